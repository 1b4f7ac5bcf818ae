// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.model.CellEntry;

/**
 * Picks the one buffer size that the sentences at the top are about: the one that most benchmarks measured, so that reading and
 * recovery are told about the same buffer, and of those the largest.
 */
public final class Headline {

    private Headline() {}

    public static Optional<String> size(Analysis analysis) {
        List<CellEntry> cells = analysis.cells().stream()
                .filter(cell -> !cell.figures().isEmpty())
                .map(CellResult::cell)
                .filter(cell -> cell.parameters().containsKey(Grid.SIZE) && cell.bytesPerAccess() != null)
                .toList();
        return cells.stream()
                .max(Comparator.<CellEntry>comparingInt(cell -> benchmarks(cell, cells).size())
                        .thenComparing(CellEntry::bytesPerAccess))
                .map(cell -> cell.parameters().get(Grid.SIZE));
    }

    private static Set<String> benchmarks(CellEntry cell, List<CellEntry> cells) {
        return cells.stream()
                .filter(other -> other.parameters().get(Grid.SIZE).equals(cell.parameters().get(Grid.SIZE)))
                .map(CellEntry::benchmark)
                .collect(Collectors.toSet());
    }
}
