// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * Tells which changes of ratios are those of the baseline. A baseline that gets slower makes a hundred ratios fall, and nobody should
 * have to look at a hundred pages for it.
 */
final class Baselines {

    private record Place(String machine, String cell) {}

    private final Map<Place, CellHistory> cells = new HashMap<>();

    Baselines(List<CellHistory> all) {
        all.forEach(cell -> cells.put(new Place(cell.key().machine(), cell.key().cell()), cell));
    }

    /** The cell, with the baseline named as the cause of what it caused. */
    CellHistory attributeToBaseline(CellHistory cell) {
        CellHistory baseline = cells.get(new Place(cell.key().machine(), cell.key().baseline()));
        if (baseline == null) {
            return cell;
        }
        Optional<Timeline> ratio = cell.ratio().map(line -> new Timeline(line.points(),
                line.changes().stream().map(change -> attributeToBaseline(line, change, baseline.figure())).toList(), line.segments()));
        return new CellHistory(cell.key(), cell.standIn(), cell.figure(), ratio);
    }

    private static Change attributeToBaseline(Timeline line, Change change, Timeline baseline) {
        int last = line.points().size() - 1;
        String from = line.folderAt(Math.max(0, change.place().earliest() - ChangePoints.REACH));
        String to = line.folderAt(Math.min(last, change.place().latest() + ChangePoints.REACH));
        boolean caused = baseline.changes().stream()
                .filter(other -> other.kind() == change.kind() && other.isSlower() != change.isSlower())
                .map(other -> baseline.folderAt(other.place().at()))
                .anyMatch(folder -> from.compareTo(folder) <= 0 && folder.compareTo(to) <= 0);
        return caused ? change.causedBy(Change.Cause.BASELINE) : change;
    }
}
