// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code reports.jar simulate}: the same studies on fewer draws. A single line may miss its promise by
 * chance, so each has three standard errors of room; all lines of a study together have none.
 */
class SimulationTest {

    private static final double PROMISED_COVERAGE = 0.94;
    private static final double MOST_COVERAGE = 0.96;
    private static final double MOST_ALARMS = 0.01;
    private static final double MOST_EQUIVALENT = 0.05;
    private static final Simulation SIMULATION = new Simulation(500, 20_261_124);
    private static final List<Coverage> COVERAGE = SIMULATION.coverage();

    @Test
    void holdsTheMedianAsOftenAsItSaysWhateverTheNoise() {
        assertThat(COVERAGE)
                .allSatisfy(line -> assertThat(line.covered().value())
                        .isGreaterThan(PROMISED_COVERAGE - 3 * line.covered().standardError(PROMISED_COVERAGE)));
        assertThat(pooled(COVERAGE, Coverage::covered)).isGreaterThan(PROMISED_COVERAGE);
    }

    @Test
    void isNotWiderThanItMustBeWhereTheNoiseIsGaussian() {
        List<Coverage> gaussian = COVERAGE.stream()
                .filter(line -> line.noise().candidate() == Shape.GAUSSIAN
                        && line.noise().baseline() == Shape.GAUSSIAN)
                .toList();
        assertThat(pooled(gaussian, Coverage::covered)).isLessThan(MOST_COVERAGE);
        assertThat(gaussian).allSatisfy(line -> assertThat(line.width()).isLessThan(1.5 * line.studentWidth()));
    }

    @Test
    void showsADifferenceInFewOfTheTablesThatHaveNone() {
        assertThat(pooled(SIMULATION.falseAlarms(), FalseAlarms::tables)).isLessThanOrEqualTo(MOST_ALARMS);
    }

    @Test
    void seldomCallsADifferenceAsLargeAsTheMarginEquivalent() {
        List<Power> lines = SIMULATION.edge();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.equivalent().value())
                        .isLessThan(MOST_EQUIVALENT + 3 * line.equivalent().standardError(MOST_EQUIVALENT)));
        assertThat(pooled(lines, Power::equivalent)).isLessThan(MOST_EQUIVALENT);
    }

    @Test
    void findsLargerDifferencesMoreOftenAndNeverOnTheWrongSide() {
        List<Power> lines = SIMULATION.power();
        double small =
                pooled(lines.stream().filter(line -> line.ratio() == 1.005).toList(), Power::found);
        double large =
                pooled(lines.stream().filter(line -> line.ratio() == 1.05).toList(), Power::found);
        assertThat(large).isGreaterThan(0.7).isGreaterThan(small);
        assertThat(pooled(lines, Power::wrong)).isLessThan(MOST_ALARMS);
    }

    @Test
    void keepsItsErrorHoweverOftenOneLooks() {
        List<RepeatedLooks> same = SIMULATION.looks(1);
        assertThat(pooled(same, RepeatedLooks::slower) + pooled(same, RepeatedLooks::faster))
                .isLessThanOrEqualTo(MOST_ALARMS);
        assertThat(pooled(SIMULATION.looks(1.01), RepeatedLooks::equivalent)).isLessThan(MOST_EQUIVALENT);
    }

    @Test
    void showsAChangeInFewPairsOfRunsOfOneBuild() {
        assertThat(pooled(RunPairs.all(50, 20_261_124), RunPairs::changed)).isLessThanOrEqualTo(MOST_ALARMS);
    }

    private static <R> double pooled(Collection<R> lines, Function<R, Share> share) {
        long hits = lines.stream().map(share).mapToLong(Share::hits).sum();
        long trials = lines.stream().map(share).mapToLong(Share::trials).sum();
        return new Share(hits, trials).value();
    }
}
