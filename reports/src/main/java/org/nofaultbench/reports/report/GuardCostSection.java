// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;

/** What does entering and leaving a guard cost, with nothing read between? */
final class GuardCostSection implements Section {

    private static final String ID = "guard-cost";
    private static final String TITLE = "Guard entry and exit";
    private static final String BENCHMARK = "GuardCost";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY));
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            Scale scale = new Grid(panel, Panel.STRATEGY, Panel.WORKLOAD).scale(panel.values(Panel.WORKLOAD).get(0));
            new RowCharts(new Palette(analysis)).of(slug.of(panel.labelAmong(panels)), TITLE,
                    "Time of one entry and exit of each guard, from " + panel.title() + ".",
                    new Axis("one entry and exit, " + scale.unit() + " (log scale)", true), scale, panel.cells())
                    .ifPresent(blocks::add);
            blocks.add(table(panel, scale));
        }
        return Content.of(ID, TITLE, "One begin and one end around nothing. What the loop itself takes is in every row; the"
                + " difference to the control, taken within each round, is what the guard adds to an access." + Baselines.apart(panels),
                blocks);
    }

    private static Table table(Panel panel, Scale scale) {
        List<String> columns = List.of("begin and end, " + scale.unit(),
                "minus " + Baselines.of(panel) + ", " + scale.unit());
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(),
                        List.of(Entry.figure(cell, scale), difference(cell, scale))))
                .toList();
        return new Table(panel.title() + ", per access", Panel.STRATEGY, columns, rows);
    }

    private static Entry difference(CellResult cell, Scale scale) {
        if (cell.figures().isEmpty() || cell.cell().baseline() != null) {
            return Entry.figure(cell, cell.comparison().map(Comparison::difference), scale.forDifferences());
        }
        return new Entry.Text("control");
    }
}
