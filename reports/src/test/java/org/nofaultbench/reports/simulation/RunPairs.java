// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.UnpairedForks;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Of pairs of runs of one build, how many show a change?
 *
 * @param noise what was drawn
 * @param rows of a run
 * @param forks of a row
 * @param changed pairs with a row that is FASTER or SLOWER
 */
record RunPairs(RunNoise noise, int rows, int forks, Share changed) {

    private static final int[][] SIZES = {{1, 10}, {20, 5}, {20, 10}};

    /** Every kind of machine and size of run. */
    static List<RunPairs> all(int trials, long seed) {
        List<RunNoise> machines = RunNoise.all();
        return IntStream.range(0, machines.size() * SIZES.length)
                .parallel()
                .mapToObj(line -> of(
                        machines.get(line / SIZES.length),
                        SIZES[line % SIZES.length],
                        trials,
                        RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed, line})))
                .toList();
    }

    private static RunPairs of(RunNoise noise, int[] size, int trials, UniformRandomProvider random) {
        long changed = 0;
        for (int trial = 0; trial < trials; trial++) {
            changed += isChanged(noise.table(size[0], size[1], random)) ? 1 : 0;
        }
        return new RunPairs(noise, size[0], size[1], new Share(changed, trials));
    }

    private static boolean isChanged(Map<Integer, UnpairedForks> table) {
        return RunComparisons.judge(table, key -> Margin.DEFAULT, BetweenRuns.DEFAULT).values().stream()
                .anyMatch(row -> row.verdict() == Verdict.FASTER || row.verdict() == Verdict.SLOWER);
    }

    static Study study(int trials, long seed) {
        List<List<String>> rows = new ArrayList<>();
        all(trials, seed)
                .forEach(line -> rows.add(List.of(
                        line.noise.shape().word(),
                        line.noise.machine(),
                        "" + line.rows,
                        "" + line.forks,
                        line.changed.toString())));
        return new Study(
                "How many pairs of runs of one build show a change?",
                "As `compare` judges them, whose rows nothing pairs. Forks have a standard deviation of 2%. Promised: at most 1%.",
                List.of("noise", "machine", "rows", "forks a side", "pairs with FASTER or SLOWER"),
                rows);
    }
}
