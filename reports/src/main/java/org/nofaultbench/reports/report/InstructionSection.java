// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** How many instructions does an access take, and a lost page, in user space and in the kernel together? */
final class InstructionSection implements Section {

    private static final String ID = "instructions";
    private static final String TITLE = "Instructions";
    private static final String BENCHMARK = "InstructionClock";
    private static final Scale INSTRUCTIONS = new Scale("instructions", 1, 1);

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY));
        List<Block> blocks = panels.stream().<Block>map(panel -> table(panel)).toList();
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Counted by the clock of an emulated CPU, in user space and in the kernel together; the"
                        + " same on any machine. They are no times: an instruction that waits for memory counts as one. A lost"
                        + " page is what the access after a loss takes above the same access of what is there, a page of it.",
                        blocks);
    }

    private static Table table(Panel panel) {
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), List.of(figure(cell))))
                .toList();
        return new Table(panel.title(), Panel.STRATEGY, List.of("instructions"), rows);
    }

    private static Entry figure(CellResult cell) {
        return Entry.figure(cell, INSTRUCTIONS);
    }
}
