// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewForksTest {

    private static final List<Double> STEADY = List.of(10.0, 10.1, 9.9, 10.0, 10.05);

    private static Judgement judged(List<List<List<Double>>> base, List<List<Double>> next) {
        return FewForks.judge(Map.of("row", new FewForks.Row(base, next)), key -> Margin.DEFAULT, BetweenForks.DEFAULT)
                .get("row");
    }

    private static List<Double> times(List<Double> fork, double factor) {
        return fork.stream().map(value -> value * factor).toList();
    }

    @ParameterizedTest
    @CsvSource({"1, UNDECIDED", "1.15, UNDECIDED", "1.3, SLOWER", "2.5, SLOWER", "0.9, UNDECIDED", "0.7, FASTER"})
    void callsOnlyAChangeBeyondTheAllowanceOne(double factor, Verdict verdict) {
        assertThat(judged(List.of(List.of(STEADY)), List.of(times(STEADY, factor)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void widensTheIntervalByTheAllowance() {
        Interval interval = judged(List.of(List.of(STEADY)), List.of(STEADY))
                .ratio()
                .interval()
                .orElseThrow();
        assertThat(interval.low()).isBetween(0.8, 1 / 1.2);
        assertThat(interval.high()).isBetween(1.2, 1.25);
    }

    @Test
    void saysNothingOfFewerThanThreeIterations() {
        assertThat(judged(List.of(List.of(STEADY)), List.of(List.of(30.0, 30.0)))
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(judged(List.of(List.of(STEADY)), List.of(List.of(30.0), List.of(30.0), List.of(30.1)))
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Test
    void grantsWhatTheForksOfOneSideDifferBy() {
        List<List<Double>> apart = List.of(STEADY, times(STEADY, 1.6));
        assertThat(judged(List.of(apart), List.of(times(STEADY, 1.8))).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void takesWhatFiveRunsDifferByInPlaceOfTheAssumption() {
        List<List<List<Double>>> runs = Collections.nCopies(5, List.of(STEADY));
        assertThat(judged(runs, List.of(times(STEADY, 1.1))).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judged(runs.subList(0, 4), List.of(times(STEADY, 1.1))).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        List<List<List<Double>>> restless = List.of(
                List.of(STEADY),
                List.of(times(STEADY, 1.3)),
                List.of(STEADY),
                List.of(times(STEADY, 1.3)),
                List.of(STEADY));
        assertThat(judged(restless, List.of(times(STEADY, 1.8))).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** Two files of one build: forks differ by 5%, which is much, and iterations by more. */
    @ParameterizedTest
    @CsvSource({"1, 1, 5", "20, 1, 5", "20, 2, 3"})
    void findsAChangeInAtMostOneOfTwentyPairsOfOneBuild(int rows, int forks, int iterations) {
        for (ToDoubleFunction<SplittableRandom> noise : List.<ToDoubleFunction<SplittableRandom>>of(
                IdenticalRuns::steady,
                IdenticalRuns::noisy,
                IdenticalRuns::skewed,
                random -> 0.3 * IdenticalRuns.gaussian(random))) {
            SplittableRandom random = new SplittableRandom(20);
            int changed = 0;
            for (int pair = 0; pair < 100; pair++) {
                Map<Integer, FewForks.Row> table = new LinkedHashMap<>();
                for (int row = 0; row < rows; row++) {
                    table.put(
                            row,
                            new FewForks.Row(
                                    List.of(forks(noise, forks, iterations, random)),
                                    forks(noise, forks, iterations, random)));
                }
                changed += FewForks.judge(table, key -> Margin.DEFAULT, BetweenForks.DEFAULT).values().stream()
                                .anyMatch(row -> row.verdict() != Verdict.UNDECIDED)
                        ? 1
                        : 0;
            }
            assertThat(changed).isLessThanOrEqualTo(5);
        }
    }

    private static List<List<Double>> forks(
            ToDoubleFunction<SplittableRandom> noise, int count, int iterations, SplittableRandom random) {
        List<List<Double>> forks = new ArrayList<>();
        for (int fork = 0; fork < count; fork++) {
            double level = 0.05 * IdenticalRuns.gaussian(random);
            List<Double> figures = new ArrayList<>();
            for (int i = 0; i < iterations; i++) {
                figures.add(100 * Math.exp(level + noise.applyAsDouble(random)));
            }
            forks.add(figures);
        }
        return forks;
    }
}
