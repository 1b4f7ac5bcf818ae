// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RegionTest {

    @Test
    void countsTheBytesOfItsRowsAndNotTheGapsBetween() {
        assertThat(new Region(64, 400, 20, 1024).bytes()).isEqualTo(8000);
        assertThat(Region.nothing().bytes()).isZero();
    }

    @Test
    void refusesRowsThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(0, 100, 2, 50))
                .withMessageContaining("strideBytes=50");
    }

    @Test
    void refusesNegativeSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(-1, 1, 1, 1))
                .withMessageContaining("offsetBytes=-1");
    }
}
