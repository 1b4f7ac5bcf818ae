// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnpairedForksTest {

    /** By hand: quotients 1.1, 1.2, 1.3, 0.55, 0.6, 0.65 have the middle (0.65, 1.1), on logarithms their geometric mean. */
    @Test
    void takesTheMedianOfAllQuotients() {
        Estimate ratio = UnpairedForks.ofTwoRuns(List.of(100.0, 200.0), List.of(110.0, 120.0, 130.0))
                .ratio();
        assertThat(ratio.median()).isCloseTo(Math.sqrt(0.65 * 1.1), within(1e-12));
        assertThat(ratio.interval()).isEmpty();
    }

    @Test
    void isOneForARunAgainstItselfHoweverNoisy() {
        List<Double> run = List.of(3.0, 1.0, 4.0, 1.5, 9.0, 2.6, 5.0);
        assertThat(UnpairedForks.ofTwoRuns(run, run).ratio().median()).isEqualTo(1);
    }

    @Test
    void mirrorsWhenTheSidesAreSwapped() {
        List<Double> base = List.of(1.0, 1.2, 1.1, 1.4, 1.3);
        List<Double> next = List.of(2.0, 2.2, 2.1, 2.9, 2.3, 2.4);
        Estimate forward = UnpairedForks.ofTwoRuns(base, next).ratio();
        Estimate backward = UnpairedForks.ofTwoRuns(next, base).ratio();
        assertThat(backward.median()).isCloseTo(1 / forward.median(), within(1e-12));
        assertThat(backward.interval().orElseThrow().low())
                .isCloseTo(1 / forward.interval().orElseThrow().high(), within(1e-12));
    }

    @Test
    void needsFourForksASideForAnInterval() {
        List<Double> three = List.of(1.0, 2.0, 3.0);
        List<Double> four = List.of(1.0, 2.0, 3.0, 4.0);
        assertThat(UnpairedForks.ofTwoRuns(three, three).ratio().interval()).isEmpty();
        assertThat(UnpairedForks.ofTwoRuns(four, four).ratio().interval()).isPresent();
    }

    @Test
    void refusesASideWithoutForks() {
        assertThatIllegalArgumentException().isThrownBy(() -> UnpairedForks.ofTwoRuns(List.of(), List.of(1.0)));
    }

    static Stream<Arguments> noises() {
        return Stream.of(
                Arguments.of("Gaussian", (ToDoubleFunction<SplittableRandom>) IdenticalRuns::noisy),
                Arguments.of("skewed", (ToDoubleFunction<SplittableRandom>) IdenticalRuns::skewed),
                Arguments.of("bimodal", (ToDoubleFunction<SplittableRandom>) IdenticalRuns::bimodal),
                Arguments.of("disturbed", (ToDoubleFunction<SplittableRandom>) IdenticalRuns::disturbed));
    }

    /** A nominal 95% that holds whatever the shape; 4,000 samples have a standard error of 0.34%. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("noises")
    void holdsTheRatioAsOftenAsItSays(String name, ToDoubleFunction<SplittableRandom> noise) {
        for (int forks : new int[] {5, 10, 20}) {
            assertThat(coverage(noise, forks, forks)).as(forks + " forks").isBetween(0.94, 0.98);
        }
        assertThat(coverage(noise, 10, 5)).as("10 and 5 forks").isBetween(0.94, 0.98);
    }

    private static double coverage(ToDoubleFunction<SplittableRandom> noise, int baseForks, int nextForks) {
        SplittableRandom random = new SplittableRandom(baseForks + 100L * nextForks);
        int samples = 4_000;
        int held = 0;
        for (int i = 0; i < samples; i++) {
            List<Double> base = figures(noise, random, baseForks, 100);
            List<Double> next = figures(noise, random, nextForks, 130);
            held += UnpairedForks.ofTwoRuns(base, next)
                            .ratio()
                            .interval()
                            .orElseThrow()
                            .holds(1.3)
                    ? 1
                    : 0;
        }
        return (double) held / samples;
    }

    private static List<Double> figures(
            ToDoubleFunction<SplittableRandom> noise, SplittableRandom random, int forks, double of) {
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < forks; i++) {
            figures.add(of * Math.exp(noise.applyAsDouble(random)));
        }
        return figures;
    }
}
