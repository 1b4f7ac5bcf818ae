// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;

/**
 * Which rows a reviewer is shown: what is in use, the flag or its stand-in, the references, and whatever was fastest of the
 * guards, lest the flag be compared with weak ones only. The whole report has all.
 */
final class ShownStrategies {

    private static final String GUARD = "guard";
    private static final Set<String> NAMED = Set.of(
            "unguarded-shared", "sealed", "guard-pool", "guard-libwayland", "guard-page", "copy-pread", "copy-guarded");

    private final PatchEvidence evidence;

    ShownStrategies(PatchEvidence evidence) {
        this.evidence = evidence;
    }

    /** The same panel with the rows that the question names, in their order; the head names those without a figure. */
    Panel named(Panel panel) {
        return only(panel, List.of());
    }

    /** With the fastest of the other guards. */
    Panel withBest(Panel panel) {
        return only(panel, best(panel));
    }

    private Panel only(Panel panel, List<CellResult> best) {
        return new Panel(
                panel.fixed(),
                panel.cells().stream().filter(cell -> isShown(cell, best)).toList());
    }

    private boolean isShown(CellResult cell, List<CellResult> best) {
        boolean named = NAMED.contains(cell.rowName())
                || best.stream().anyMatch(of -> of.rowName().equals(cell.rowName()));
        return !cell.figures().isEmpty() && (named || evidence.isNoFault(cell));
    }

    /** Of the guards not named, the fastest, and the fastest of those that read on to the end where that one gives up at the first fault. */
    private List<CellResult> best(Panel panel) {
        List<CellResult> best = new ArrayList<>();
        fastest(panel.cells().stream()).ifPresent(best::add);
        fastest(panel.cells().stream()
                        .filter(cell -> new Properties(evidence.strategies()).has(cell.rowName(), "reads-zeros")))
                .ifPresent(best::add);
        return best;
    }

    private Optional<CellResult> fastest(Stream<CellResult> cells) {
        return cells.filter(cell -> evidence.isOfFamily(cell, GUARD) && !NAMED.contains(cell.rowName()))
                .filter(cell -> !cell.figures().isEmpty())
                .min(Comparator.comparingDouble(
                        cell -> cell.figure().orElseThrow().median()));
    }
}
