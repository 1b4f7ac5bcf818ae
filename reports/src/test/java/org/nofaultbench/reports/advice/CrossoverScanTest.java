// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.advice.BreakEven.Zone;
import org.nofaultbench.reports.advice.Eligibility.Rank;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.model.StrategyEntryBuilder;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/** Curves whose crossover is known, and how much noise blurs it. */
class CrossoverScanTest {

    private static final int ROUNDS = 10;
    private static final InterimAnalyses ONCE = new InterimAnalyses(Margin.DEFAULT, null);

    /** 100 whatever is read, and as much as is read: powers, straight on logarithmic axes, which meet at 100. */
    @Test
    void findsTheCrossoverOfTwoPowersExactly() {
        BreakEven found = scan(flat(100, round -> 1), proportional(1, round -> 1 + 0.001 * (round - 5.5)), 10, 1000);
        assertThat(found.crossings())
                .singleElement()
                .satisfies(x -> assertThat(x).isCloseTo(100, within(0.2)));
        assertThat(found.zones())
                .extracting(Zone::second)
                .startsWith(Verdict.FASTER)
                .endsWith(Verdict.SLOWER);
        assertThat(found.zones())
                .filteredOn(zone -> zone.second() == Verdict.UNDECIDED || zone.second() == Verdict.EQUIVALENT)
                .allSatisfy(zone -> assertThat(zone.from()).isGreaterThan(90))
                .allSatisfy(zone -> assertThat(zone.to()).isLessThan(110));
    }

    /** Rounds differ by a factor of two, so that their own crossovers lie between 71 and 141. */
    @Test
    void widensTheUndecidedBandToWhereTheRoundsCross() {
        BreakEven found =
                scan(flat(100, round -> 1), proportional(1, round -> Math.pow(2, (round - 5.5) / 9)), 10, 1000);
        Zone undecided = found.zones().stream()
                .filter(zone -> zone.second() == Verdict.UNDECIDED)
                .findFirst()
                .orElseThrow();
        assertThat(undecided.from()).isBetween(65.0, 95.0);
        assertThat(undecided.to()).isBetween(105.0, 150.0);
        assertThat(found.crossings().get(0)).isBetween(undecided.from(), undecided.to());
    }

    @Test
    void zonesLieSideBySideFromEndToEnd() {
        BreakEven found =
                scan(flat(100, round -> 1), proportional(1, round -> Math.pow(2, (round - 5.5) / 9)), 10, 1000);
        assertThat(found.low()).isEqualTo(10);
        assertThat(found.high()).isEqualTo(1000);
        for (int i = 1; i < found.zones().size(); i++) {
            assertThat(found.zones().get(i).from())
                    .isEqualTo(found.zones().get(i - 1).to());
        }
    }

    /** The lines would meet at 100; measured was from 200 on. */
    @Test
    void saysNothingBeyondWhatWasMeasured() {
        BreakEven found = scan(flat(100, round -> 1), proportional(1, round -> 1), 200, 1000);
        assertThat(found.crossings()).isEmpty();
        assertThat(found.isEverywhere(Verdict.SLOWER)).isTrue();
        assertThat(found.low()).isEqualTo(200);
        assertThat(found.least().median()).isCloseTo(2, within(1e-9));
        assertThat(found.leastAt()).isEqualTo(200);
    }

    @Test
    void decidesNothingWithTooFewRounds() {
        Curve guard = through(10, times(100, 5, round -> 1), 1000, times(100, 5, round -> 1));
        Curve copy = through(10, times(10, 5, round -> 1), 1000, times(1000, 5, round -> 1.1));
        assertThat(CrossoverScan.between(guard, copy, ONCE).orElseThrow().zones())
                .extracting(Zone::second)
                .containsOnly(Verdict.TOO_FEW);
    }

    /** A place that only one of the two was measured at is interpolated for the other one; the range is what both have. */
    @Test
    void staysWithinTheRangeThatBothWereMeasuredIn() {
        Curve guard = through(10, times(100, ROUNDS, round -> 1), 1000, times(100, ROUNDS, round -> 1));
        Curve copy = through(20, times(50, ROUNDS, round -> 1), 500, times(50, ROUNDS, round -> 1));
        BreakEven found = CrossoverScan.between(guard, copy, ONCE).orElseThrow();
        assertThat(found.low()).isEqualTo(20);
        assertThat(found.high()).isEqualTo(500);
        assertThat(found.isEverywhere(Verdict.FASTER)).isTrue();
    }

    private static BreakEven scan(Line guard, Line copy, double low, double high) {
        return CrossoverScan.between(guard.over(low, high), copy.over(low, high), ONCE)
                .orElseThrow();
    }

    private record Line(double factor, double power, IntToDoubleFunction noise) {

        Curve over(double low, double high) {
            return through(low, at(low), high, at(high));
        }

        private Times at(double x) {
            return times(factor * Math.pow(x, power), ROUNDS, noise);
        }
    }

    private static Line flat(double ns, IntToDoubleFunction noise) {
        return new Line(ns, 0, noise);
    }

    private static Line proportional(double nsPerByte, IntToDoubleFunction noise) {
        return new Line(nsPerByte, 1, noise);
    }

    private static Curve through(double low, Times atLow, double high, Times atHigh) {
        return Curve.through(standing("any"), new TreeMap<>(Map.of(low, atLow, high, atHigh)));
    }

    private static Times times(double ns, int rounds, IntToDoubleFunction noise) {
        Map<Integer, Double> times = new TreeMap<>();
        for (int round = 1; round <= rounds; round++) {
            times.put(round, ns * noise.applyAsDouble(round));
        }
        return Times.measured(times, Set.of("cell"));
    }

    static Eligibility standing(String id) {
        return new Eligibility(
                StrategyEntryBuilder.builder()
                        .id(id)
                        .name(id)
                        .family(id)
                        .summary("")
                        .standIn(false)
                        .declared(List.of())
                        .build(),
                Rank.RECOMMENDED,
                "",
                List.of(),
                List.of(),
                List.of());
    }
}
