// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** What does the patch cost those who do not use its flag? Asked first, because it decides whether the rest is read. */
final class NonUsers implements Question {

    private static final String BENCHMARK = "NonUser";
    private static final String SHAPES = "The shapes of will-it-scale's page_fault1 to page_fault3, mmap1 and fork1. ";
    private static final String CORNER = "what";

    @Override
    public Content answer(PatchEvidence evidence) {
        List<CellResult> cells = evidence.times(BENCHMARK);
        List<Block> blocks = cells.isEmpty() ? List.of() : blocks(cells, evidence);
        return new Content(
                "non-users",
                "Cost to code that does not use the flag",
                cells.isEmpty() ? evidence.notMeasured() : SHAPES + explanation(evidence, blocks),
                blocks);
    }

    private static String explanation(PatchEvidence evidence, List<Block> blocks) {
        if (evidence.unpatched().isEmpty()) {
            return "One kernel was measured, so there is no ratio and no verdict: give the patched kernel's run with --patched.";
        }
        return blocks.isEmpty()
                ? "The run of the unpatched kernel has none of these figures."
                : evidence.ratios().orElseThrow().limits();
    }

    private static List<Block> blocks(List<CellResult> cells, PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : Panel.split(cells, Set.of(Panel.STRATEGY, Panel.WORKLOAD))) {
            evidence.unpatched()
                    .ifPresentOrElse(
                            unpatched -> new TwoRuns(unpatched)
                                    .times(
                                            panel,
                                            CORNER,
                                            Scale.NANOSECONDS,
                                            evidence.ratios().orElseThrow())
                                    .ifPresent(blocks::add),
                            () -> blocks.add(one(panel)));
        }
        return blocks;
    }

    private static Table one(Panel panel) {
        return new Table(
                panel.title() + ", time of one",
                CORNER,
                List.of("ns [95% interval]"),
                panel.cells().stream()
                        .map(cell -> new Table.Row(
                                cell.rowName(), cell.standIn(), List.of(Entry.figure(cell, Scale.NANOSECONDS))))
                        .toList());
    }
}
