// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.history.HistoryRun.CellFigures;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * New names of benchmarks, so that a series goes on under the new one. Each applies to a whole name or to the packages, class,
 * workload or parameters that begin it, one after the other.
 *
 * @param all in the order of the file
 */
public record Renames(List<Rename> all) implements Serializable {

    public static final Renames NONE = new Renames(List.of());

    private static final String ARROW = " -> ";
    /** What may follow a part of a name: {@code org.example.Codec.encode [avgt] size=16}, {@code GuardCost.beginEnd/guard-pool}. */
    private static final String ENDS = "./ ,";

    /**
     * One line of the file.
     *
     * @param before old name, or its beginning
     * @param after what stands there now
     */
    public record Rename(String before, String after) implements Serializable {

        private String applied(String cell) {
            boolean begins = cell.startsWith(before)
                    && (cell.length() == before.length() || ENDS.indexOf(cell.charAt(before.length())) >= 0);
            return begins ? after + cell.substring(before.length()) : cell;
        }
    }

    /** One {@code OLD -> NEW} a line; lines that begin with # are comments. */
    public static Renames read(Path path) {
        SourceFile file = new SourceFile(path);
        List<Rename> all = new ArrayList<>();
        int number = 0;
        for (String line : new String(file.bytes(Limits.DOCUMENT_BYTES), StandardCharsets.UTF_8).split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] names = line.strip().split(ARROW, -1);
            if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
                throw file.refused("line names no rename", "write OLD -> NEW", Detail.of("line", number));
            }
            all.add(new Rename(names[0].strip(), names[1].strip()));
        }
        return new Renames(List.copyOf(all));
    }

    HistoryRun applied(HistoryRun run) {
        if (all.isEmpty()) {
            return run;
        }
        List<CellFigures> cells = new ArrayList<>();
        for (CellFigures cell : run.cells()) {
            cells.add(cell.named(applied(cell.id()), applied(cell.baseline())));
        }
        List<String> ids = cells.stream().map(CellFigures::id).toList();
        for (String id : ids) {
            if (ids.indexOf(id) != ids.lastIndexOf(id)) {
                throw new InputException(
                        "run has a benchmark under its old and its new name",
                        "take the line out of the file of --rename",
                        Detail.of("run", run.id()),
                        Detail.of("benchmark", id));
            }
        }
        return run.with(cells);
    }

    /** The name that it has now. */
    public String applied(String name) {
        String renamed = name;
        for (Rename rename : all) {
            renamed = rename.applied(renamed);
        }
        return renamed;
    }
}
