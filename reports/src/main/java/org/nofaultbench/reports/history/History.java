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

    /** Where facts of a machine changed, in the order of time. */
    public List<MachineChange> machineChanges() {
        List<MachineChange> changes = new ArrayList<>();
        Map<String, HistoryRun> last = new HashMap<>();
        for (HistoryRun run : runs) {
            HistoryRun before = last.put(run.machine(), run);
            if (before != null && !run.factsThatDiffer(before).isEmpty()) {
                changes.add(new MachineChange(changes.size() + 1, before, run));
            }
        }
        return changes;
    }
}
