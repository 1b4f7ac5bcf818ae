// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Two runs of one build, made up: nothing changed, so that every FASTER and SLOWER is false. What a run has of its own is the
 * same for all of its forks.
 *
 * @param noise of one fork, in logarithms
 * @param shared standard deviation of what all rows of a run move by together
 * @param apart standard deviation of what each row of a run moves by alone
 * @param slope by how much the machine gets slower over one run and goes on to in the next
 */
record IdenticalRuns(ToDoubleFunction<SplittableRandom> noise, double shared, double apart, double slope) {

    static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Steady forks: the harder case, since the machine's part then stands out. */
    static double steady(SplittableRandom random) {
        return 0.003 * gaussian(random);
    }

    static double noisy(SplittableRandom random) {
        return 0.05 * gaussian(random);
    }

    /** Exponential: most forks near the least time, some far above. */
    static double skewed(SplittableRandom random) {
        return -0.05 * Math.log(1 - random.nextDouble());
    }

    /** Two memory layouts, the second one fork in three. */
    static double bimodal(SplittableRandom random) {
        return (random.nextInt(3) == 0 ? 0.15 : 0) + 0.01 * gaussian(random);
    }

    /** A disturbance in one fork of twelve. */
    static double disturbed(SplittableRandom random) {
        return 0.01 * gaussian(random) + (random.nextInt(12) == 0 ? 0.8 * random.nextDouble() : 0);
    }

    IdenticalRuns with(double sharedDeviation, double apartDeviation, double slopeOfOne) {
        return new IdenticalRuns(noise, sharedDeviation, apartDeviation, slopeOfOne);
    }

    static IdenticalRuns of(ToDoubleFunction<SplittableRandom> noise) {
        return new IdenticalRuns(noise, 0, 0, 0);
    }

    /** Share of tables that show a difference. */
    double falseTables(int tables, int rows, int forks, int baseRuns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int wrong = 0;
        for (int table = 0; table < tables; table++) {
            Map<Integer, Judgement> judged = RunComparisons.judge(
                    table(random, rows, forks, baseRuns), key -> Margin.DEFAULT, BetweenRuns.DEFAULT);
            boolean any = judged.values().stream()
                    .anyMatch(row -> row.verdict() == Verdict.SLOWER || row.verdict() == Verdict.FASTER);
            wrong += any ? 1 : 0;
        }
        return (double) wrong / tables;
    }

    Map<Integer, UnpairedForks> table(SplittableRandom random, int rows, int forks, int baseRuns) {
        List<List<List<Double>>> runs = new ArrayList<>();
        for (int run = 0; run <= baseRuns; run++) {
            runs.add(run(random, rows, forks, run));
        }
        Map<Integer, UnpairedForks> table = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            int of = row;
            table.put(
                    row,
                    new UnpairedForks(
                            runs.subList(0, baseRuns).stream()
                                    .map(run -> run.get(of))
                                    .toList(),
                            runs.get(baseRuns).get(row)));
        }
        return table;
    }

    private List<List<Double>> run(SplittableRandom random, int rows, int forks, int position) {
        double together = shared * gaussian(random);
        List<List<Double>> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double own = together + apart * gaussian(random);
            List<Double> figures = new ArrayList<>();
            for (int fork = 0; fork < forks; fork++) {
                double time = position + (double) fork / forks;
                figures.add(100 * Math.exp(own + slope * time + noise.applyAsDouble(random)));
            }
            all.add(figures);
        }
        return all;
    }
}
