// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.jmh.JmhFile;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;

/**
 * Holds a run's journal against {@code jmh.json}, which was exported from it: a digit that was lost in one of them leaves both
 * well formed, and a comparison must not fail for it.
 */
final class JmhExportCheck {

    private final Run run;
    private final Path file;

    private JmhExportCheck(Run run) {
        this.run = run;
        this.file = run.folder().path().resolve("jmh.json");
    }

    /** Nothing to hold against where JMH measured nothing, there is no such file, or where a kill left it behind the journal. */
    static void check(Run run) {
        JmhExportCheck mirror = new JmhExportCheck(run);
        if (Files.exists(mirror.file) && run.manifest().status() != RunStatus.UNFINISHED) {
            mirror.check();
        }
    }

    private void check() {
        Map<CellEntry, List<List<Double>>> measured = measured();
        if (measured.isEmpty()) {
            return;
        }
        List<JmhEntry> entries = JmhFile.read(file);
        if (entries.size() != measured.size()) {
            throw differs(Detail.of("cells", measured.size()), Detail.of("results", entries.size()));
        }
        int at = 0;
        for (Map.Entry<CellEntry, List<List<Double>>> cell : measured.entrySet()) {
            check(cell.getKey(), cell.getValue(), entries.get(at++));
        }
    }

    private Map<CellEntry, List<List<Double>>> measured() {
        Map<String, CellEntry> cells = new LinkedHashMap<>();
        Map<CellEntry, List<List<Double>>> measured = new LinkedHashMap<>();
        run.manifest().cells().forEach(cell -> {
            cells.put(cell.id(), cell);
            measured.put(cell, new ArrayList<>());
        });
        ForkSelection.counting(run.forks()).stream()
                .filter(fork -> !fork.failed() && fork.measuredByJmh())
                .sorted(Comparator.comparing(ForkRecord::round))
                .forEach(fork -> measured.get(cells.get(fork.cell()))
                        .add(fork.samples().get(cells.get(fork.cell()).metric())));
        // What an emulated CPU took nobody compares, and it has no unit of JMH's.
        measured.keySet().removeIf(CellEntry::emulated);
        measured.values().removeIf(List::isEmpty);
        return measured;
    }

    private void check(CellEntry cell, List<List<Double>> samples, JmhEntry entry) {
        boolean same = entry.benchmark().endsWith("." + cell.benchmark() + "." + cell.workload())
                && entry.metrics().stream()
                        .anyMatch(metric -> metric.name().equals(cell.metric())
                                && metric.forks().equals(samples));
        if (!same) {
            throw differs(Detail.of("cell", cell.id()), Detail.of("metric", cell.metric()));
        }
    }

    private InputException differs(Detail... details) {
        Detail[] all = new Detail[details.length + 1];
        all[0] = Detail.of("file", file);
        System.arraycopy(details, 0, all, 1, details.length);
        return new InputException("journal and jmh.json differ", "copy the run folder again", all);
    }
}
