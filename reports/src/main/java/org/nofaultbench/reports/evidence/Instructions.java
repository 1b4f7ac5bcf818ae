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
import org.nofaultbench.reports.document.Table;

/** How many instructions does each strategy take, which any machine can count and none calls a time? */
final class Instructions implements Question {

    private static final String UNIT = "instructions";

    /** Whether the run has counted any. */
    static boolean wereCounted(PatchEvidence evidence) {
        return !cells(evidence).isEmpty();
    }

    private static List<CellResult> cells(PatchEvidence evidence) {
        return evidence.run().cells().stream()
                .filter(cell -> cell.cell().unit().startsWith(UNIT))
                .toList();
    }

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        evidence.run().panels(cells(evidence), Set.of(Panel.STRATEGY)).stream()
                .filter(panel -> !panel.isApart())
                .forEach(panel -> blocks.add(evidence.unpatched()
                        .map(unpatched -> new TwoRuns(unpatched).counts(panel, Panel.STRATEGY))
                        .orElseGet(() -> one(panel))));
        return new Content(
                "instructions",
                "Instructions, user space and kernel together",
                "Counted by an emulated CPU of a fixed model under an"
                        + " instruction clock, for one build of suite and kernel: no measure of time. Misses of caches and TLBs are not in"
                        + " them. A lost page is what an access of lost pages takes above the same access of what is there, by page;"
                        + " SKIPPED where the access ends at the first.",
                blocks);
    }

    private static Table one(Panel panel) {
        return new Table(
                panel.title() + ", instructions",
                Panel.STRATEGY,
                List.of("count"),
                panel.cells().stream()
                        .map(cell -> new Table.Row(
                                cell.rowName(),
                                cell.standIn(),
                                List.of(cell.figure()
                                        .<Entry>map(figure -> new Entry.Text(TwoRuns.count(cell, "", figure.median())))
                                        .orElseGet(() -> Entry.absent(cell)))))
                        .toList());
    }
}
