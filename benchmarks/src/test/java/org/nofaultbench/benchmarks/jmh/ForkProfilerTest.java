// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.ScalarResult;

class ForkProfilerTest {

    @BeforeEach
    void forgetWhatOthersRecorded() {
        ForkProfiler.take();
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
            ForkProfiler.record("missedFramesCount", value);
            ForkProfiler.record("worstAccessNs", value);
            ForkProfiler.record("attachNs", value);
        }

        Collection<ScalarResult> results = ForkProfiler.take().results();

        assertThat(value(results, "missedFramesCount")).isEqualTo(9);
        assertThat(value(results, "worstAccessNs")).isEqualTo(6);
        assertThat(value(results, "attachNs")).isEqualTo(3);
    }

    @Test
    void beginsEachIterationWithNothing() {
        ForkProfiler.record("attachNs", 1);
        ForkProfiler.take();

        assertThat(ForkProfiler.take().results()).isEmpty();
    }
}
