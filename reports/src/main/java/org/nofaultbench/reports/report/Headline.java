// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
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
                .filter(cell -> cell.parameters().containsKey(Panel.SIZE) && cell.bytesPerAccess() != null)
                .toList();
        Map<String, Set<String>> benchmarks = cells.stream()
                .collect(Collectors.groupingBy(
                        Headline::sizeOf, Collectors.mapping(CellEntry::benchmark, Collectors.toSet())));
        return cells.stream()
                .max(Comparator.<CellEntry>comparingInt(
                                cell -> benchmarks.get(sizeOf(cell)).size())
                        .thenComparing(CellEntry::bytesPerAccess))
                .map(Headline::sizeOf);
    }

    private static String sizeOf(CellEntry cell) {
        return cell.parameters().get(Panel.SIZE);
    }
}
