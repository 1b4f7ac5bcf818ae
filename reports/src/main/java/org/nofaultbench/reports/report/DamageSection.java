// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What does it cost to read the part of a buffer that has changed? */
final class DamageSection extends PanelSection {

    private static final String DAMAGE = "damage";

    DamageSection() {
        super("damage", "Reading damage", "DamageRead", Panel.STRATEGY, DAMAGE);
    }

    @Override
    String explanation(Analysis analysis) {
        return "A share of the buffer's area between one begin and one end: one rectangle in its middle, sixteen from corner to"
                + " corner, or a column as high as the buffer. The smaller the damage, the more weighs what is paid once per"
                + " access; the narrower the rectangle, the more weighs what is paid once per row.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.addAll(panel.overBytes(
                DAMAGE,
                "Reading damage",
                "Time in microseconds of one read of each share of the buffer, by strategy",
                new Axis("one read, \u00b5s (log scale)", true),
                "share of the buffer (log scale)",
                Scale.MICROSECONDS.perUnit(),
                CellResult::figure));
        blocks.add(panel.ratios(DAMAGE, "time of one access"));
    }
}
