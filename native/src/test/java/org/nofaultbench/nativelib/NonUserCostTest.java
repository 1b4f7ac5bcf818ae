// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nofaultbench.nativelib.NonUserCost.Shape;

class NonUserCostTest {

    private static final long BYTES = 4L << 20;
    private static final long LARGEST_PAGE_BYTES = 64L << 10;

    @ParameterizedTest
    @EnumSource(names = {"FAULT_ANONYMOUS", "FAULT_PRIVATE_FILE", "FAULT_SHARED_FILE"})
    void countsAFaultForEveryPage(Shape shape) {
        NonUserCost cost = NonUserCost.measure(NofaultLibrary.load(), shape, BYTES, 2);

        assertThat(cost.events()).isGreaterThanOrEqualTo(2 * BYTES / LARGEST_PAGE_BYTES);
        assertThat(cost.eventNs()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAP_UNMAP", "FORK_EXIT"})
    void countsWhatItWasAskedToRepeat(Shape shape) {
        assertThat(NonUserCost.measure(NofaultLibrary.load(), shape, BYTES, 3).events())
                .isEqualTo(3);
    }

    @Test
    void saysWhatCouldNotBeMapped() {
        assertThatExceptionOfType(NativeException.class)
                .isThrownBy(() -> NonUserCost.measure(NofaultLibrary.load(), Shape.MAP_UNMAP, 0, 1))
                .withMessageContaining("shape=MAP_UNMAP, bytes=0");
    }
}
