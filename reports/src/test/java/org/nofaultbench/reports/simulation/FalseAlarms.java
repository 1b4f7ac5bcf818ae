// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Of tables whose rows are all the same, how many show a difference?
 *
 * @param noise what was drawn
 * @param rows of a table, all compared with one baseline
 * @param rounds of a run
 * @param tables with a row that is FASTER or SLOWER
 */
record FalseAlarms(Noise noise, int rows, int rounds, Share tables) {

    static FalseAlarms of(Noise noise, int rows, int rounds, int trials, UniformRandomProvider random) {
        long alarms = 0;
        for (int trial = 0; trial < trials; trial++) {
            alarms += Comparisons.judge(table(noise, rows, rounds, random), key -> Margin.DEFAULT).values().stream()
                            .anyMatch(row -> row.verdict() == Verdict.FASTER || row.verdict() == Verdict.SLOWER)
                    ? 1
                    : 0;
        }
        return new FalseAlarms(noise, rows, rounds, new Share(alarms, trials));
    }

    private static Map<Integer, PairedRounds> table(Noise noise, int rows, int rounds, UniformRandomProvider random) {
        double[] drift = noise.drift(rounds, random);
        Map<Integer, Double> baseline = noise.cell(noise.baseline(), rounds, 0, drift, random);
        Map<Integer, PairedRounds> table = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            table.put(row, new PairedRounds(noise.cell(noise.candidate(), rounds, 0, drift, random), baseline));
        }
        return table;
    }
}
