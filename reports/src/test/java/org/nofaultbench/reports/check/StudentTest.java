// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 100, 301})
    void isWhatALibraryHas(int freedom) {
        for (double probability : new double[] {0.5, 0.01, 1e-4}) {
            assertThat(Student.beyond(probability, freedom))
                    .isCloseTo(-TDistribution.of(freedom).inverseCumulativeProbability(probability / 2), Percentage.withPercentage(1e-6));
        }
    }
}
