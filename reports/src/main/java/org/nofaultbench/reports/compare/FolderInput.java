// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;

/** A run folder of this suite as one side of a comparison. */
final class FolderInput {

    private final Run run;
    private final RowSelection selection;
    private final Map<String, List<ForkRecord>> forks;

    private FolderInput(Run run, RowSelection selection) {
        this.run = run;
        this.selection = selection;
        this.forks = run.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
    }

    static RunInput of(Run run, RowSelection selection) {
        return new FolderInput(run, selection).side();
    }

    private RunInput side() {
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        for (CellEntry cell : run.manifest().cells()) {
            RowKey key = RowKey.ofCell(cell.id());
            if (selection.takes(key)) {
                rows.put(key, row(key, cell));
            }
        }
        return new RunInput(run.folder().name(), rows, Optional.of(run), notes());
    }

    private InputRow row(RowKey key, CellEntry cell) {
        List<ForkRecord> all = forks.getOrDefault(cell.id(), List.of());
        List<ForkRecord> whole = ForkSelection.counting(all).stream()
                .filter(fork -> !fork.failed())
                .sorted(Comparator.comparing(ForkRecord::round))
                .toList();
        List<List<Double>> figures = whole.stream()
                .map(fork -> fork.samples().get(cell.metric()).stream()
                        .filter(value -> !value.isNaN())
                        .toList())
                .filter(fork -> !fork.isEmpty())
                .toList();
        List<String> cautions = new ArrayList<>();
        long failed = all.stream().filter(ForkRecord::failed).count();
        if (failed > 0) {
            cautions.add(Plural.of((int) failed, "fork", "forks") + " failed");
        }
        Map<String, String> settings =
                Map.of("metric", cell.metric(), "operations per invocation", String.valueOf(cell.opsPerInvocation()));
        return new InputRow(
                key,
                new MetricUnit(cell.unit()),
                figures,
                figures.isEmpty() ? Optional.of(new InputRow.NoFigure(absence(cell, all), false)) : Optional.empty(),
                cautions,
                settings);
    }

    private static String absence(CellEntry cell, List<ForkRecord> all) {
        if (cell.skipped()) {
            return "skipped: " + cell.skipReason();
        }
        return all.isEmpty()
                ? "the run ended before its first fork"
                : "failed: " + all.get(0).error();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (run.manifest().status() != RunStatus.OK) {
            notes.add("status " + run.manifest().status() + " "
                    + String.join("; ", run.manifest().reasons()));
        }
        List<ForkRecord> counting = ForkSelection.counting(run.forks());
        long disturbed = counting.stream().filter(ForkRecord::disturbed).count();
        if (disturbed > 0) {
            notes.add("the machine disturbed " + disturbed + " of " + Plural.of(counting.size(), "fork", "forks"));
        }
        return notes;
    }
}
