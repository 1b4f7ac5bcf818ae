// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.nativelib.Region;

class DamageTest {

    @ParameterizedTest
    @CsvSource({"1%, one", "5%, one", "100%, one", "1%, many", "25%, many", "100%, many", "1%, column", "100%, column"})
    void coversItsShareOfTheBufferAndStaysInside(String percent, String shape) {
        BufferSize size = BufferSize.FULL_HD;
        Region region = Damage.region(size, percent, shape);
        long lastRow = region.rows() * region.rectangles() - 1;

        double share = Double.parseDouble(percent.replace("%", "")) / 100;
        assertThat((double) region.bytes()).isCloseTo(share * size.bytes(), withPercentage(2));
        assertThat(region.rowOffsetBytes(lastRow) + region.rowBytes()).isLessThanOrEqualTo(size.bytes());
    }

    @Test
    void touchesNoPixelTwice() {
        Region region = Damage.region(BufferSize.FULL_HD, "100%", "many");

        assertThat(region.rectangleStrideBytes()).isGreaterThanOrEqualTo(region.rows() * region.strideBytes());
    }

    @Test
    void refusesWhatIsNoShareAndNoShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Damage.region(BufferSize.FULL_HD, "0%", "one"))
                .withMessage("not a share: damage=0%; use 1% to 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Damage.region(BufferSize.FULL_HD, "5%", "star"))
                .withMessage("unknown shape: shape=star; use one of [one, many, column]");
    }
}
