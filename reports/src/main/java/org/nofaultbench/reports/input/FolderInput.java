// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;

/** A run folder of this suite as rows. */
final class FolderInput {

    private final Run run;
    private final Map<String, List<ForkRecord>> forks;
    private final Map<String, List<ForkRecord>> measured;

    private FolderInput(Run run) {
        this.run = run;
        this.forks = run.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
        this.measured = run.measured();
    }

    static RunInput fromRun(Run run, RowSelection selection) {
        FolderInput folder = new FolderInput(run);
        folder.checkExport();
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        for (CellEntry cell : run.manifest().cells()) {
            RowKey key = RowKey.ofCell(cell.id());
            if (selection.takes(key)) {
                rows.put(key, folder.row(key, cell));
            }
        }
        return new RunInput(run.folder().name(), rows, Optional.of(MachineFacts.ofRun(run)), folder.notes());
    }

    private InputRow row(RowKey key, CellEntry cell) {
        List<List<Double>> figures =
                whole(cell).map(fork -> fork.samples().get(cell.metric())).toList();
        List<ForkRecord> all = forks.getOrDefault(cell.id(), List.of());
        int failed = (int) all.stream().filter(ForkRecord::failed).count();
        return new InputRow(
                key,
                Optional.of(cell),
                new MetricUnit(cell.unit()),
                figures,
                figures.isEmpty() ? Optional.of(new InputRow.NoFigure(absence(cell, all), false)) : Optional.empty(),
                failed == 0 ? List.of() : List.of(Plural.of(failed, "fork", "forks") + " failed"),
                Map.of("metric", cell.metric(), "operations per invocation", String.valueOf(cell.opsPerInvocation())));
    }

    private Stream<ForkRecord> whole(CellEntry cell) {
        return measured.getOrDefault(cell.id(), List.of()).stream().sorted(Comparator.comparing(ForkRecord::round));
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

    /**
     * Holds the journal against {@code jmh.json}, which was exported from it: a digit that was lost in one of them leaves both
     * well formed, and a comparison must not fail for it. Nothing to hold against where JMH measured nothing, there is no such
     * file, or where a kill left it behind the journal.
     */
    private void checkExport() {
        Path file = run.folder().path().resolve("jmh.json");
        // What an emulated CPU took nobody compares, and it has no unit of JMH's.
        List<CellEntry> cells = run.manifest().cells().stream()
                .filter(cell -> !cell.emulated() && !measuredByJmh(cell).isEmpty())
                .toList();
        if (cells.isEmpty() || !Files.exists(file) || run.manifest().status() == RunStatus.UNFINISHED) {
            return;
        }
        List<List<InputRow>> results = JmhResultReader.read(file);
        if (results.size() != cells.size()) {
            throw differs(file, Detail.of("cells", cells.size()), Detail.of("results", results.size()));
        }
        for (int i = 0; i < cells.size(); i++) {
            CellEntry cell = cells.get(i);
            List<List<Double>> measured = measuredByJmh(cell);
            boolean same = results.get(i).stream()
                    .filter(result -> result.key().metric().equals(cell.metric()))
                    .filter(result -> result.key().benchmark().endsWith("." + cell.benchmark() + "." + cell.workload()))
                    .anyMatch(result -> result.forks().equals(measured)
                            && !result.cautions().contains(JmhInput.GAPS));
            if (!same) {
                throw differs(file, Detail.of("cell", cell.id()), Detail.of("metric", cell.metric()));
            }
        }
    }

    private List<List<Double>> measuredByJmh(CellEntry cell) {
        return whole(cell)
                .filter(ForkRecord::measuredByJmh)
                .map(fork -> fork.samples().get(cell.metric()))
                .toList();
    }

    private static InputException differs(Path file, Detail first, Detail second) {
        return new InputException(
                "journal and jmh.json differ", "copy the run folder again", Detail.of("file", file), first, second);
    }
}
