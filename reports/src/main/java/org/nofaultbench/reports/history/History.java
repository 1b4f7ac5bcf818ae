// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a site shows.
 *
 * @param runs in the order of time
 * @param cells what changed last comes first
 * @param leftOut one line for each run that could not be read and was to be left out
 */
public record History(List<HistoryRun> runs, List<CellHistory> cells, List<String> leftOut) {

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
     * Two runs of one machine, one after the other, between which facts of it changed.
     *
     * @param number from 1, in the order of time
     * @param order of the second among all runs
     * @param before the run before
     * @param after the first run with the new facts
     */
    public record MachineChange(int number, int order, HistoryRun before, HistoryRun after) {

        /**
         * One fact.
         *
         * @param name such as {@code kernel}
         * @param before what it was
         * @param after what it is
         */
        public record Fact(String name, String before, String after) {}

        public List<Fact> facts() {
            return ChangeDetector.differing(before.facts(), after.facts()).stream()
                    .map(name -> new Fact(
                            name, before.facts().get(name), after.facts().get(name)))
                    .toList();
        }
    }
}
