// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.run.ForkRecorder.Forks;
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
 *
 * @param rows in display order
 * @param pairs measures those that take turns, {@code jmh} the others
 * @param roundsBefore rounds that the journal has of other forks; those of the comparisons come after them
 * @param limit of these forks' time; the first round is finished in any case
 */
record UntilDecided(
        List<PendingComparison> rows,
        Forks pairs,
        Forks jmh,
        ForkRecorder recorder,
        Progress progress,
        Margin margin,
        int roundsBefore,
        Duration limit) {

    Decisions run(long seed) throws IOException {
        return new Execution().run(seed);
    }

    /** What the looks so far have come to. */
    private final class Execution {

        private final JournalWriter journal = recorder.journal();
        private final Map<String, Margin> margins = new HashMap<>();
        private final SequentialTest<String> sequence = new SequentialTest<>(margins::get);
        private final Map<String, Judgement> judgements = new HashMap<>();
        private final List<Integer> looks = new ArrayList<>();

        private Decisions run(long seed) throws IOException {
            // Comparisons whose forks cost about the same. The cheapest are measured first up to each look, so that
            // when the time ends most comparisons have all that a verdict needs, rather than all of them a part of it.
            Collection<List<PendingComparison>> costClasses = rows.stream()
                    .collect(Collectors.groupingBy(PendingComparison::costClass, TreeMap::new, Collectors.toList()))
                    .values();
            progress.begin(0);
            int done = 0;
            do {
                int next = SequentialTest.nextLook(done);
                for (List<PendingComparison> costClass : costClasses) {
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
            List<Decisions.Row> decided = new ArrayList<>();
            for (PendingComparison row : rows) {
                String cell = row.cell().id();
                int forks = row.rounds(counting, last).rounds().size();
                decided.add(new Decisions.Row(
                        cell, judgements.get(cell), forks, row.pair().isPresent()));
            }
            return new Decisions(decided, List.copyOf(looks));
        }

        private void measure(List<PendingComparison> costClass, int from, int to, long seed) throws IOException {
            Forks forks = costClass.get(0).pair().isPresent() ? pairs : jmh;
            List<Cell> cells = costClass.stream()
                    .filter(this::isOpen)
                    .flatMap(row -> row.cells().stream())
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            progress.round(to, cells.size() * (to - from + 1));
            for (int round = from; round <= to; round++) {
                Collections.shuffle(cells, new Random(seed + round));
                for (Cell cell : cells) {
                    if (isWanted(cell, round)) {
                        recorder.run(new ForkRecorder.Step(round, journal.nextPosition(round), cell), forks);
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
}
