// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignIntervalTest {

    /** Textbook table "Confidence Intervals for the Population Median": n, depth, level in percent. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 50.0", "3, 1, 75.0", "4, 1, 87.5", "5, 1, 93.8", "6, 1, 96.9", "6, 2, 78.1", "7, 1, 98.4", "7, 2, 87.5",
        "8, 1, 99.2", "8, 2, 93.0", "9, 1, 99.6", "9, 2, 96.1", "9, 3, 82.0", "10, 1, 99.8", "10, 2, 97.9",
        "10, 3, 89.1", "11, 2, 98.8", "11, 3, 93.5", "12, 2, 99.4", "12, 3, 96.1", "12, 4, 85.4", "15, 4, 96.5",
        "17, 5, 95.1", "20, 5, 98.8", "20, 6, 95.9", "20, 7, 88.5"
    })
    void agreesWithThePublishedTableOfCoverages(int n, int depth, double percent) {
        assertThat(100 * new SignInterval(n).coverage(depth)).isCloseTo(percent, within(0.0501));
    }

    /** Depths at 95%: the same table, deepest row at or above 95%. */
    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1", "8, 1", "9, 2", "11, 2", "12, 3", "14, 3", "15, 4", "17, 5", "20, 6"})
    void takesTheDeepestOrderStatisticThatReachesTheLevel(int n, int depth) {
        assertThat(new SignInterval(n).depth(Confidence.NINETY_FIVE)).isEqualTo(depth);
    }

    /** Minitab's documented example of 1-Sample Sign (chromium, n = 12): (17.4, 19) at depth 3, achieved level 96.14%. */
    @Test
    void agreesWithAnIndependentImplementation() {
        double[] sorted = {17.2, 17.3, 17.4, 17.5, 17.6, 17.65, 17.75, 17.9, 18.1, 19, 19.4, 19.6};
        assertThat(new SignInterval(12).of(sorted, Confidence.NINETY_FIVE)).contains(new Interval(17.4, 19));
        assertThat(new SignInterval(12).coverage(3)).isCloseTo(0.9614, within(0.00005));
    }

    @Test
    void givesNoIntervalWhereEvenTheExtremesHoldTheMedianTooSeldom() {
        assertThat(new SignInterval(5).of(new double[] {1, 2, 3, 4, 5}, Confidence.NINETY_FIVE)).isEmpty();
        assertThat(new SignInterval(1).of(new double[] {1}, Confidence.NINETY_FIVE)).isEmpty();
    }

    @Test
    void isAPointWhereAllValuesAreTheSame() {
        assertThat(new SignInterval(6).of(new double[] {3, 3, 3, 3, 3, 3}, Confidence.NINETY_FIVE))
                .contains(new Interval(3, 3));
    }

    static Stream<Arguments> shapes() {
        ToDoubleFunction<Random> gaussian = Random::nextGaussian;
        ToDoubleFunction<Random> exponential = random -> -Math.log(1 - random.nextDouble()) - Math.log(2);
        ToDoubleFunction<Random> bimodal = random -> (random.nextBoolean() ? 3 : -3) + random.nextGaussian();
        ToDoubleFunction<Random> heavyTail = random -> random.nextGaussian() / Math.abs(random.nextGaussian());
        return Stream.of(6, 8, 10, 15)
                .flatMap(n -> Stream.of(
                        Arguments.of("gaussian", n, gaussian),
                        Arguments.of("exponential", n, exponential),
                        Arguments.of("bimodal", n, bimodal),
                        Arguments.of("cauchy", n, heavyTail)));
    }

    /** All four have median 0. The level is exact whatever the shape: 40,000 draws put 5 standard errors below 0.005. */
    @ParameterizedTest(name = "{0}, n={1}")
    @MethodSource("shapes")
    void holdsTheMedianExactlyAsOftenAsItSays(String shape, int n, ToDoubleFunction<Random> draw) {
        SignInterval sign = new SignInterval(n);
        Random random = new Random(20_261_123L + n);
        int draws = 40_000;
        long held = 0;
        for (int i = 0; i < draws; i++) {
            double[] sample = DoubleStream.generate(() -> draw.applyAsDouble(random)).limit(n).sorted().toArray();
            held += sign.of(sample, Confidence.NINETY_FIVE).orElseThrow().holds(0) ? 1 : 0;
        }
        double promised = sign.coverage(sign.depth(Confidence.NINETY_FIVE));
        assertThat(promised).isGreaterThanOrEqualTo(0.95);
        assertThat((double) held / draws).isCloseTo(promised, within(0.005));
    }
}
