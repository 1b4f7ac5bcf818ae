// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;

/** How long is the compositor held up when the client takes the pages away? */
public final class RecoverySection implements Section {

    private static final String BENCHMARK = "TruncationRecovery";
    private static final String ID = "recovery";
    private static final String TITLE = "Recovery from truncation";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = panels(analysis);
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            chart(panel, slug.of(panel.labelAmong(panels)), new Palette(analysis)).ifPresent(blocks::add);
            blocks.add(new Grid(panel, Panel.STRATEGY, Panel.WORKLOAD)
                    .table(panel.title() + ", time of one recovery and ratio to " + Baselines.of(panel), Panel.STRATEGY,
                            Entry::judged));
        }
        return Content.of(ID, TITLE, "From the first touched lost page until the access has returned, without JMH; attaching the"
                + " pool again for the next access is outside. A strategy that abandons the access returns sooner and has read"
                + " less: compare it with that in mind." + Baselines.apart(panels), blocks);
    }

    public static List<Panel> panels(Analysis analysis) {
        return analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY));
    }

    private static Optional<Chart> chart(Panel panel, String id, Palette palette) {
        return new RowCharts(palette).of(id, "Recovery, " + panel.label(),
                "Time in microseconds until an access to lost pages has returned, by strategy, on a logarithmic axis, from "
                        + panel.title() + ".",
                new Axis("one recovery, \u00b5s (log scale)", true), Scale.MICROSECONDS, panel.cells());
    }
}
