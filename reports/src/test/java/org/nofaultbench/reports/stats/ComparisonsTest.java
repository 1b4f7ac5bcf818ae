// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    @Test
    void needsNineRoundsForADifference() {
        assertThat(Comparisons.minimumRounds()).isEqualTo(9);
        assertThat(judged("copy", 8, 8).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(judged("copy", 9, 8).verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void saysToWhichSideAnOpenRowLeans() {
        Map<Integer, Double> candidate =
                Map.of(1, 1.03, 2, 0.98, 3, 1.04, 4, 0.97, 5, 1.05, 6, 0.99, 7, 1.02, 8, 1.01, 9, 1.03);
        Map<Integer, Double> baseline = new HashMap<>(candidate);
        baseline.replaceAll((round, time) -> 1.0);
        Judgement open = Comparisons.judge(Map.of("a", new PairedRounds(candidate, baseline)), key -> Margin.DEFAULT)
                .get("a");
        assertThat(open.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(open.label()).isEqualTo("UNDECIDED, leans slower");
    }

    /** Five rounds repeat their signs in one of sixteen flips, and a steady row is as extreme again in each of them. */
    @Test
    void doesNotLetShortRowsHideWhatLongOnesShow() {
        Map<String, PairedRounds> rows = new LinkedHashMap<>();
        rows.put("long", rounds(10, 1.2, 0.05, 1));
        rows.put("short and steady", rounds(5, 8, 0.0001, 2));
        Map<String, Judgement> judged = Comparisons.judge(rows, key -> Margin.DEFAULT);
        assertThat(judged.get("long").verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judged.get("short and steady").verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void keepsTheOrderOfItsRows() {
        Map<String, PairedRounds> rows = new LinkedHashMap<>();
        for (String name : new String[] {"z", "a", "m"}) {
            rows.put(name, rounds(10, 2, 0.01, name.hashCode()));
        }
        assertThat(Comparisons.judge(rows, key -> Margin.DEFAULT).keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void hasNothingToSayOfAnEmptyTable() {
        assertThat(Comparisons.judge(Map.<String, PairedRounds>of(), key -> Margin.DEFAULT))
                .isEmpty();
    }

    @Test
    void seesSmallerEffectsInSteadierRowsAndLargerOnesInLongerTables() {
        double steady = sight(1, 0.001).smallestEffect();
        double wild = sight(1, 0.05).smallestEffect();
        assertThat(steady).isLessThan(wild);
        assertThat(sight(50, 0.001).smallestEffect()).isGreaterThan(steady);
    }

    /** t(0.9975; 9) = 3.6897 and t(0.8; 9) = 0.8834, Student's table; standard deviation 1%, ten rounds. */
    @Test
    void computesTheSmallestEffectFromStudentsTable() {
        Map<Integer, Double> candidate = new HashMap<>();
        Map<Integer, Double> baseline = new HashMap<>();
        double step = 0.01 * Math.sqrt(0.9);
        for (int round = 1; round <= 10; round++) {
            candidate.put(round, Math.exp(round % 2 == 0 ? step : -step));
            baseline.put(round, 1.0);
        }
        Judgement judgement = Comparisons.judge(
                        Map.of("a", new PairedRounds(candidate, baseline)), key -> Margin.DEFAULT)
                .get("a");
        double expected = Math.expm1((3.6897 + 0.8834) * 0.01 / Math.sqrt(10));
        assertThat(judgement.sight().smallestEffect()).isCloseTo(expected, within(1e-6));
        assertThat(judgement.sight().selfDifference().orElseThrow()).isCloseTo(Math.expm1(2 * step), within(1e-12));
    }

    private static MinimumDetectableEffect sight(int rows, double spread) {
        Map<Integer, PairedRounds> table = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            table.put(row, rounds(10, 1, spread, 5));
        }
        return Comparisons.judge(table, key -> Margin.DEFAULT).get(0).sight();
    }

    private static Judgement judged(String name, int n, double ratio) {
        return Comparisons.judge(Map.of(name, rounds(n, ratio, 0.05, 3)), key -> Margin.DEFAULT)
                .get(name);
    }

    private static PairedRounds rounds(int n, double ratio, double spread, long seed) {
        Random random = new Random(seed);
        Map<Integer, Double> candidate = new HashMap<>();
        Map<Integer, Double> baseline = new HashMap<>();
        for (int round = 1; round <= n; round++) {
            candidate.put(round, ratio * Math.exp(spread * random.nextGaussian()));
            baseline.put(round, 1.0);
        }
        return new PairedRounds(candidate, baseline);
    }
}
