// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.report.Headline;

/** What does a read cost while nobody shrinks anything, which is nearly always? */
final class NormalCase implements Question {

    private static final String BENCHMARK = "BufferRead";
    private static final String WARM = "warm";

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : evidence.panels(BENCHMARK, Set.of(Panel.STRATEGY, Panel.SIZE))) {
            if (WARM.equals(panel.fixed().get(Panel.WORKLOAD))) {
                Panel shown = new ShownStrategies(evidence).named(ofTwoSizes(panel, evidence));
                blocks.add(new PanelBlocks(evidence.run(), shown, new AnchorIds("normal-case"))
                        .ratios(Panel.SIZE, "time of one access"));
            }
        }
        return new Content(
                "normal-case",
                "The normal case: the owner leaves the file alone",
                blocks.isEmpty()
                        ? evidence.notMeasured()
                        : "A buffer is read once, protection included. The smallest shows what a protection adds to each access, the"
                                + " large one what is left of that.",
                blocks);
    }

    /** The smallest buffer and the one that most benchmarks read. */
    private static Panel ofTwoSizes(Panel panel, PatchEvidence evidence) {
        Set<String> sizes = sizes(evidence);
        return new Panel(
                panel.fixed(),
                panel.cells().stream()
                        .filter(cell -> sizes.contains(size(cell)))
                        .toList());
    }

    static Set<String> sizes(PatchEvidence evidence) {
        Set<String> sizes = new HashSet<>();
        evidence.times(BENCHMARK).stream()
                .filter(cell -> cell.cell().bytesPerAccess() != null)
                .min(Comparator.comparing(cell -> cell.cell().bytesPerAccess()))
                .map(NormalCase::size)
                .ifPresent(sizes::add);
        Headline.size(evidence.run()).ifPresent(sizes::add);
        return sizes;
    }

    private static String size(CellResult cell) {
        return cell.cell().parameters().getOrDefault(Panel.SIZE, "-");
    }
}
