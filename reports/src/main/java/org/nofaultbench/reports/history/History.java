// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Everything that a site shows.
 *
 * @param runs in the order of time
 * @param cells what changed last comes first
 * @param leftOut one line for each run that could not be read and was to be left out
 */
public record History(List<HistoryRun> runs, List<CellHistory> cells, List<String> leftOut) {

    /** Of one or two cells, most are no more than a coincidence. */
    private static final int FEWEST_SHARED = 3;

    /** Labels of the machines, in the order of their first run. */
    public List<String> machines() {
        return runs.stream().map(HistoryRun::machine).distinct().toList();
    }

    /** How many cells have a change that somebody should look at. */
    long changedCells() {
        return cells.stream()
                .filter(cell -> cell.lastAlarm() != CellHistory.NEVER)
                .count();
    }

    /** Whether no cell has runs enough for a change. */
    boolean isTooShort() {
        return cells.stream().flatMap(CellHistory::timelines).allMatch(Timeline::isTooShort);
    }

    /** Where facts of a machine changed, in the order of time. */
    public List<MachineChange> machineChanges() {
        List<MachineChange> changes = new ArrayList<>();
        Map<String, HistoryRun> last = new HashMap<>();
        for (int order = 0; order < runs.size(); order++) {
            HistoryRun run = runs.get(order);
            HistoryRun before = last.put(run.machine(), run);
            if (before != null
                    && !ChangeDetector.differing(before.facts(), run.facts()).isEmpty()) {
                changes.add(new MachineChange(changes.size() + 1, order, before, run));
            }
        }
        return changes;
    }

    /**
     * Where most cells of a machine changed alike at once: that is the machine, or what all of them share, and one thing to look at.
     */
    List<SharedChange> sharedChanges() {
        record Key(String machine, int order, boolean slower) {}
        Map<String, Integer> all = new HashMap<>();
        Map<Key, List<Double>> factors = new TreeMap<>(
                Comparator.comparingInt(Key::order).thenComparing(Key::machine).thenComparing(Key::slower));
        for (CellHistory cell : cells) {
            all.merge(cell.key().machine(), 1, Integer::sum);
            for (Change change : cell.figure().levelChanges()) {
                int order = cell.figure().after(change).order();
                factors.computeIfAbsent(
                                new Key(cell.key().machine(), order, change.isSlower()), key -> new ArrayList<>())
                        .add(change.factor());
            }
        }
        List<SharedChange> shared = new ArrayList<>();
        factors.forEach((key, sizes) -> {
            int cellsOfMachine = all.get(key.machine());
            if (cellsOfMachine >= FEWEST_SHARED && sizes.size() > cellsOfMachine / 2) {
                shared.add(new SharedChange(
                        runs.get(key.order()), sizes.size(), cellsOfMachine, Estimate.medianOf(sizes)));
            }
        });
        return shared;
    }

    /**
     * @param run the first with the new level
     * @param changed how many cells changed there, all slower or all faster
     * @param cells how many the machine has
     * @param factor the median of their factors
     */
    record SharedChange(HistoryRun run, int changed, int cells, double factor) {}

    /** Machines whose facts came back to what they had been: more likely several machines of one name. */
    List<String> mixedMachines() {
        Map<String, List<Map<String, String>>> seen = new HashMap<>();
        return runs.stream()
                .filter(run -> {
                    List<Map<String, String>> before =
                            seen.computeIfAbsent(run.machine(), machine -> new ArrayList<>());
                    Map<String, String> facts = new HashMap<>(run.facts());
                    facts.remove(HistoryRun.PRESET);
                    int at = before.indexOf(facts);
                    return at < 0 ? !before.add(facts) : at < before.size() - 1;
                })
                .map(HistoryRun::machine)
                .distinct()
                .toList();
    }

    /**
     * Two runs of one machine, one after the other, between which facts of it changed.
     *
     * @param number from 1, in the order of time
     * @param order of the second among all runs
     * @param before the run before
     * @param after the first run with the new facts
     */
    public record MachineChange(int number, int order, HistoryRun before, HistoryRun after) {

        /** Each with what it was and what it is, such as {@code kernel: 6.18.0} and an arrow to {@code 6.19.0}, fit to print. */
        public List<String> facts() {
            return ChangeDetector.differing(before.facts(), after.facts()).stream()
                    .map(name -> Printable.brief(name) + ": "
                            + Printable.brief(before.facts().get(name)) + " \u2192 "
                            + Printable.brief(after.facts().get(name)))
                    .toList();
        }
    }
}
