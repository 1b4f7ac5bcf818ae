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
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Estimate;

/** How many instructions does each strategy take, which any machine can count and none calls a time? */
final class Instructions implements Question {

    private static final String UNIT = "instructions";

    /** Whether the run has counted any. */
    static boolean wereCounted(PatchEvidence dossier) {
        return !cells(dossier).isEmpty();
    }

    private static List<CellResult> cells(PatchEvidence dossier) {
        return dossier.run().cells().stream().filter(cell -> cell.cell().unit().startsWith(UNIT)).toList();
    }

    @Override
    public Content answer(PatchEvidence dossier) {
        List<Block> blocks = new ArrayList<>();
        dossier.run().panels(cells(dossier), Set.of(Panel.STRATEGY)).stream().filter(panel -> !panel.isApart()).forEach(panel ->
                blocks.add(dossier.unpatched()
                        .map(unpatched -> new TwoRuns(unpatched).counts(panel, Panel.STRATEGY))
                        .orElseGet(() -> one(panel))));
        return Content.of("instructions", "Instructions, user space and kernel together", "Counted by an emulated CPU under an"
                + " instruction clock: the same on any machine, and no measure of time. Misses of caches and TLBs are not in"
                + " them. A lost page is what an access of lost pages takes above the same access of what is there, by page;"
                + " SKIPPED where the access ends at the first.", blocks);
    }

    private static Table one(Panel panel) {
        return new Table(panel.title() + ", instructions", Panel.STRATEGY, List.of("count"), panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), List.of(count(cell))))
                .toList());
    }

    private static Entry count(CellResult cell) {
        return cell.figure().map(Estimate::median).<Entry>map(of -> new Entry.Text(Numbers.significant(of)))
                .orElseGet(() -> new Entry.Missing(cell.absence().orElseThrow()));
    }
}
