// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.reports.analysis.CellMargin;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.SequentialTest;

/**
 * Rounds of those comparisons alone that are still open. {@link SequentialTest} says after how many rounds all are looked at and
 * keeps the error of all looks together; what is decided then is not measured again. Everything follows from the journal, so
 * that a run that was stopped goes on where it was.
 */
final class UntilDecided {

    /**
     * Comparisons whose forks cost about the same. The cheapest class is measured first up to each look: when the time ends, most
     * comparisons have what a verdict needs, and not all of them a part of it.
     *
     * @param comparisons in display order
     * @param forks what measures them
     */
    record CostClass(List<PendingComparison> comparisons, Forks forks) {

        static List<CostClass> sorted(List<PendingComparison> all, Forks pairs, Forks jmh) {
            Predicate<PendingComparison> paired =
                    comparison -> comparison.pair().isPresent();
            Predicate<PendingComparison> steady = comparison -> comparison
                    .pair()
                    .filter(pair -> pair.measurement().kind().isSteady())
                    .isPresent();
            Predicate<PendingComparison> paced =
                    comparison -> comparison.cell().workload().isPaced();
            Predicate<PendingComparison> inJava =
                    comparison -> comparison.cell().inJava();
            List<CostClass> classes = new ArrayList<>();
            add(classes, all, steady, pairs);
            add(classes, all, paired.and(steady.negate()), pairs);
            add(classes, all, paired.or(inJava).or(paced).negate(), jmh);
            add(classes, all, inJava.and(paced.or(paired).negate()), jmh);
            add(classes, all, paced.and(paired.negate()), jmh);
            return classes;
        }

        private static void add(
                List<CostClass> classes, List<PendingComparison> all, Predicate<PendingComparison> which, Forks forks) {
            List<PendingComparison> own = all.stream().filter(which).toList();
            if (!own.isEmpty()) {
                classes.add(new CostClass(own, forks));
            }
        }
    }

    private final List<PendingComparison> rows;
    private final List<CostClass> classes;
    private final JournalWriter journal;
    private final ForkRecorder recorder;
    private final Progress progress;
    private final SequentialTest<String> sequence;
    private final Margin margin;
    private final Map<String, Margin> margins = new HashMap<>();
    private final int roundsBefore;
    private final Duration limit;
    private final Map<String, Judgement> judgements = new HashMap<>();
    private final List<Integer> looks = new ArrayList<>();

    /**
     * @param rows in display order
     * @param roundsBefore rounds that the journal has of other forks; those of the comparisons come after them
     * @param limit of these forks' time; the first round is finished in any case
     */
    UntilDecided(
            List<PendingComparison> rows,
            List<CostClass> classes,
            JournalWriter journal,
            ForkRecorder recorder,
            Progress progress,
            Margin margin,
            int roundsBefore,
            Duration limit) {
        this.rows = List.copyOf(rows);
        this.classes = List.copyOf(classes);
        this.journal = journal;
        this.recorder = recorder;
        this.progress = progress;
        this.sequence = new SequentialTest<>(id -> margins.get(id));
        this.margin = margin;
        this.roundsBefore = roundsBefore;
        this.limit = limit;
    }

    Decisions run(long seed) throws IOException {
        progress.begin(0);
        int done = 0;
        do {
            int next = SequentialTest.nextLook(done);
            for (CostClass costClass : classes) {
                measure(costClass, roundsBefore + done + 1, roundsBefore + next, seed);
            }
            look(roundsBefore + next);
            done = next;
        } while (!isOver() && rows.stream().anyMatch(this::isOpen));
        progress.end();
        return decisions(roundsBefore + done);
    }

    private Decisions decisions(int last) {
        List<ForkRecord> counting = ForkSelection.counting(journal.records());
        return new Decisions(
                rows.stream()
                        .map(row -> new Decisions.Row(
                                row.cell().id(),
                                judgements.get(row.cell().id()),
                                row.rounds(counting, last).rounds().size(),
                                row.pair().isPresent()))
                        .toList(),
                List.copyOf(looks));
    }

    private void measure(CostClass costClass, int from, int to, long seed) throws IOException {
        List<Cell> cells = new ArrayList<>(new LinkedHashSet<>(costClass.comparisons().stream()
                .filter(this::isOpen)
                .flatMap(row -> row.cells().stream())
                .toList()));
        progress.round(to, cells.size() * (to - from + 1));
        for (int round = from; round <= to; round++) {
            Collections.shuffle(cells, new Random(seed + round));
            for (Cell cell : cells) {
                if (isWanted(cell, round)) {
                    ForkRecorder.Step step = new ForkRecorder.Step(round, journal.nextPosition(round), cell);
                    progress.starts(step);
                    progress.finished(step, recorder.run(step, costClass.forks()));
                }
            }
        }
    }

    private boolean isWanted(Cell cell, int round) {
        return !journal.has(round, cell.id())
                && !journal.hasFailed(cell.id())
                && (round == roundsBefore + 1 || !isOver());
    }

    private boolean isOver() {
        return journal.records().stream()
                        .filter(fork -> fork.round() > roundsBefore)
                        .mapToLong(ForkRecord::durationMs)
                        .sum()
                >= limit.toMillis();
    }

    /** A cell whose fork failed is not measured again: its run has failed. */
    private boolean isOpen(PendingComparison row) {
        Judgement judgement = judgements.get(row.cell().id());
        boolean decided = judgement != null && judgement.verdict().isDecided();
        return !decided && row.cells().stream().noneMatch(cell -> journal.hasFailed(cell.id()));
    }

    private void look(int round) {
        List<ForkRecord> counting = ForkSelection.counting(journal.records());
        Map<String, PairedRounds> pairs = new LinkedHashMap<>();
        for (PendingComparison row : rows) {
            PairedRounds pair = row.rounds(counting, round);
            if (!pair.rounds().isEmpty()) {
                pairs.put(row.cell().id(), pair);
                margins.put(row.cell().id(), CellMargin.ofRounds(row.entry(), pair, margin));
            }
        }
        looks.add(round);
        judgements.putAll(sequence.look(pairs));
    }
}
