// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.run.ForkRecorder.Forks;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.JournalWriter;

/**
 * The experiment: randomised complete blocks. A round runs every cell once, in a fork of its own and in a fresh random
 * order, so that what the machine does to one cell it does to the others, and cells are compared within a round (Abedi
 * and Brecht, ICPE 2017). The fork is the unit of replication; JMH's pooled interval is not used.
 *
 * @param wants whether a cell is measured in a round
 */
record Rounds(
        JournalWriter journal,
        ForkRecorder recorder,
        Forks forks,
        Progress progress,
        BiPredicate<Cell, Integer> wants) {

    private static final int MOST_ATTEMPTS = 3;
    private static final int REPEATED_SHARE = 5;

    /**
     * Runs what the journal does not hold yet: the fewest rounds of the budget, and then more as long as another one
     * should end within its time. Each fork is journalled before the next begins. What was disturbed in a round is run again
     * at its end, when the disturbance may be over. Two builds are measured until the first fork that fails: what one of them
     * cannot do the run cannot compare.
     *
     * @return rounds that are complete
     */
    int run(Plan plan, Budget budget, long seed) throws IOException {
        progress.begin(IntStream.rangeClosed(1, budget.rounds())
                .map(round -> steps(plan, seed, round).size())
                .sum());
        int round = 1;
        for (; round <= budget.rounds() || wanted(round, budget, journal.records()); round++) {
            List<ForkRecorder.Step> steps = steps(plan, seed, round);
            progress.round(round, round > budget.rounds() ? steps.size() : 0);
            for (ForkRecorder.Step step : steps) {
                recorder.run(step, forks);
                if (plan.comparesBuilds() && journal.hasFailed()) {
                    progress.end();
                    return round - 1;
                }
            }
            // A round that an earlier process has left behind is long over; a fork of now is none of it.
            if (!steps.isEmpty()) {
                repeat(round, plan, budget);
            }
        }
        progress.end();
        return round - 1;
    }

    /**
     * On a quiet machine one fork in a hundred is disturbed; where everything is, repeating helps little, so that it may take no
     * more than a part of the time.
     */
    private void repeat(int round, Plan plan, Budget budget) throws IOException {
        List<String> disturbed = toRepeat(round, journal.records());
        while (!disturbed.isEmpty()
                && affordable(journal.records(), budget.time().toMillis())) {
            progress.round(round, 1);
            Cell cell = plan.cell(disturbed.get(0));
            recorder.run(new ForkRecorder.Step(round, journal.nextPosition(round), cell), forks);
            disturbed = toRepeat(round, journal.records());
        }
    }

    /** Cells of a round whose figure rests on a disturbed fork and that have an attempt left, the most disturbed first. */
    static List<String> toRepeat(int round, List<ForkRecord> forks) {
        List<ForkRecord> own =
                forks.stream().filter(fork -> fork.round() == round).toList();
        Map<String, Long> attempts =
                own.stream().collect(Collectors.groupingBy(ForkRecord::cell, Collectors.counting()));
        return ForkSelection.counting(own).stream()
                .filter(fork -> !fork.failed() && fork.disturbed() && attempts.get(fork.cell()) < MOST_ATTEMPTS)
                .sorted(Comparator.comparingDouble(ForkRecord::excess).reversed())
                .map(ForkRecord::cell)
                .toList();
    }

    /** Whether one more leaves them within their share of the run, and the run within its time. */
    static boolean affordable(List<ForkRecord> forks, long budgetMs) {
        Set<List<Object>> places = new HashSet<>();
        long spentMs = 0;
        long repeatedMs = 0;
        for (ForkRecord fork : forks) {
            spentMs += fork.durationMs();
            repeatedMs += places.add(List.of(fork.round(), fork.cell())) ? 0 : fork.durationMs();
        }
        return spentMs < budgetMs && repeatedMs * REPEATED_SHARE <= spentMs;
    }

    /**
     * A round that was begun before the run was stopped is finished; another is begun if there is time. Rounds of comparisons
     * that take turns follow these and begin none of them.
     */
    static boolean wanted(int round, Budget budget, List<ForkRecord> forks) {
        List<ForkRecord> alone =
                forks.stream().filter(fork -> !fork.inOneProcess()).toList();
        long spentMs = alone.stream().mapToLong(ForkRecord::durationMs).sum();
        boolean begun = alone.stream().anyMatch(fork -> fork.round() == round);
        return begun || budget.allows(round - 1, spentMs);
    }

    private List<ForkRecorder.Step> steps(Plan plan, long seed, int round) {
        List<Cell> order = plan.order(seed, round);
        List<ForkRecorder.Step> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (wants.test(order.get(i), round)
                    && !journal.has(round, order.get(i).id())) {
                steps.add(new ForkRecorder.Step(round, i + 1, order.get(i)));
            }
        }
        return steps;
    }
}
