// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final Resolution HALF_A_PERCENT = new Resolution(250, 0.005);

    /** Student's table: (t(0.9975; 39) + t(0.8; 39)) 0.5% / sqrt(40) = (2.976 + 0.851) 0.0791%. */
    @Test
    void isFinerWithMoreTime() {
        double ten = HALF_A_PERCENT.after(Duration.ofSeconds(10)).orElseThrow().value();
        double sixty =
                HALF_A_PERCENT.after(Duration.ofSeconds(60)).orElseThrow().value();

        assertThat(ten).isCloseTo(0.303, within(0.001));
        assertThat(sixty).isCloseTo(ten / Math.sqrt(6), within(0.01));
    }

    @Test
    void isNoneWhereNoDifferenceCouldBeFound() {
        assertThat(HALF_A_PERCENT.after(Duration.ofSeconds(1))).isEmpty();
        assertThat(new Resolution(250, 1e300).after(Duration.ofSeconds(60))).isEmpty();
    }

    /** The claim itself: of planted differences of that size, four in five are found by a two-sided t test at that level. */
    @Test
    void isWhatIsFoundFourTimesInFive() {
        double effect = Math.log1p(
                HALF_A_PERCENT.after(Duration.ofSeconds(10)).orElseThrow().fraction());
        Random random = new Random(11);
        long found = IntStream.range(0, 2000)
                .filter(trial -> isFound(effect, random))
                .count();

        assertThat(found / 2000.0).isCloseTo(0.8, within(0.03));
    }

    private static boolean isFound(double effect, Random random) {
        double[] logs = IntStream.range(0, 40)
                .mapToDouble(i -> effect + 0.005 * random.nextGaussian())
                .toArray();
        double t = Mean.of(logs).getAsDouble() / StandardDeviation.of(logs).getAsDouble() * Math.sqrt(logs.length);
        return 2 * TDistribution.of(logs.length - 1).survivalProbability(Math.abs(t)) < Comparisons.ALPHA;
    }
}
