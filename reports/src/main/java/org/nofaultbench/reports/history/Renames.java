// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        List<String> lines = file.textLines(Limits.DOCUMENT_BYTES);
        List<Rename> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String[] names = line.split(ARROW, -1);
            boolean isRename = names.length == 2 && !names[0].isBlank() && !names[1].isBlank();
            if (isRename && !line.startsWith("#")) {
                all.add(new Rename(names[0].strip(), names[1].strip()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw file.refused("line names no rename", "write OLD -> NEW", Detail.of("line", i + 1));
            }
        }
        return new Renames(List.copyOf(all));
    }

    HistoryRun applied(HistoryRun run) {
        if (all.isEmpty()) {
            return run;
        }
        List<CellFigures> cells = run.cells().stream()
                .map(cell -> cell.withId(applied(cell.id())).withBaseline(applied(cell.baseline())))
                .toList();
        Set<String> ids = new HashSet<>();
        cells.stream().map(CellFigures::id).filter(id -> !ids.add(id)).forEach(id -> {
            throw new InputException(
                    "run has a benchmark under its old and its new name",
                    "take the line out of the file of --rename",
                    Detail.of("run", run.id()),
                    Detail.of("benchmark", id));
        });
        return run.withCells(cells);
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
