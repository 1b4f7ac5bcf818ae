// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.ScalarResult;

class MeasuredTest {

    @BeforeEach
    void forgetWhatOthersRecorded() {
        Measured.take();
    }

    private static double value(Collection<ScalarResult> results, String metric) {
        return results.stream()
                .filter(result -> result.getLabel().equals(metric))
                .findFirst()
                .orElseThrow()
                .getScore();
    }

    @Test
    void addsUpCountsTakesTheWorstAndTheMeanOfTheRest() {
        for (double value : new double[] {1, 2, 6}) {
            Measured.record("missedFramesCount", value);
            Measured.record("worstAccessNs", value);
            Measured.record("attachNs", value);
        }

        Collection<ScalarResult> results = Measured.take();

        assertThat(value(results, "missedFramesCount")).isEqualTo(9);
        assertThat(value(results, "worstAccessNs")).isEqualTo(6);
        assertThat(value(results, "attachNs")).isEqualTo(3);
    }

    @Test
    void beginsEachIterationWithNothing() {
        Measured.record("attachNs", 1);
        Measured.take();

        assertThat(Measured.take()).isEmpty();
    }
}
