// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.report.HostileSection;
import org.nofaultbench.reports.report.RecoverySection;

/** What can an attacker burn, and how long does one loss hold a compositor up? */
final class AdviceAttackSection implements AdviceSection {

    private static final String ID = "attack";
    private static final String TITLE = "What an attacker can burn";

    @Override
    public List<Content> of(Advice advice) {
        Palette palette = new Palette(advice.analysis());
        AnchorIds slug = new AnchorIds(ID);
        Map<String, Eligibility> standings =
                advice.standings().stream().collect(Collectors.toMap(Eligibility::id, Function.identity()));
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : HostileSection.panels(advice.analysis())) {
            List<CellResult> cells = HostileSection.mostStolenFirst(panel);
            new RowCharts(palette).of(slug.of(panel.label()), "Time for an attacker's buffer, " + panel.label(),
                    "Time for the attacker's buffer in one frame, by strategy, most first, on a logarithmic axis, from "
                            + panel.title() + ".",
                    new Axis("one frame of the attacker, ms (log scale)", true), Scale.MILLISECONDS, cells)
                    .ifPresent(blocks::add);
            blocks.add(attacked(panel, cells, standings));
        }
        for (Panel panel : RecoverySection.panels(advice.analysis())) {
            Grid grid = new Grid(panel, Panel.STRATEGY, Panel.WORKLOAD);
            String unit = grid.scale(panel.values(Panel.WORKLOAD).get(0)).unit();
            blocks.add(grid.table(panel.title() + ", time of one loss, " + unit, Panel.STRATEGY, Entry::figure));
        }
        return List.of(blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "One client truncates its file and grows it back as fast as it can. Its buffer takes this"
                        + " much of every frame, attaching anew after each loss included; what is above 100% misses the deadline."
                        + " A strategy that neither tells the compositor of a loss nor has a handler of the suite's pays once, then"
                        + " reads zeros for good, and is not to be compared with the others.", blocks));
    }

    private static Table attacked(Panel panel, List<CellResult> cells, Map<String, Eligibility> standings) {
        List<String> columns = new ArrayList<>(List.of("may be used", "ms a frame"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.addAll(List.of("ns a truncate", "worst, ms", "late deadlines of another client"));
        List<Table.Row> rows = cells.stream()
                .filter(cell -> !cell.figures().isEmpty())
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell, standings.get(cell.cell().strategy()))))
                .toList();
        return new Table(panel.title() + ", most stolen first", Panel.STRATEGY, columns, rows);
    }

    private static List<Entry> entries(CellResult cell, Eligibility standing) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Text(standing != null && standing.mayBeRecommended() ? "yes" : "no"));
        entries.add(Entry.figure(cell, Scale.MILLISECONDS));
        Frame.ALL.forEach(frame -> entries.add(Entry.figure(cell, frame.percent())));
        entries.add(Entry.metric(cell, "stolenNsPerTruncate", new Scale("ns", 1, 0)));
        entries.add(new Entry.Text(cell.worst("worstAccessNs").isPresent()
                ? Scale.MILLISECONDS.format(cell.worst("worstAccessNs").getAsDouble())
                : "-"));
        entries.add(Entry.count(cell, "lateFramesCount"));
        return entries;
    }
}
