// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;

/** What does it cost to read the part of a buffer that has changed? */
final class DamageSection implements Section {

    private static final String ID = "damage";
    private static final String TITLE = "Reading damage";
    private static final String BENCHMARK = "DamageRead";
    private static final String DAMAGE = "damage";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, DAMAGE));
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            blocks.add(new Grid(panel, Panel.STRATEGY, DAMAGE).table(
                    panel.title() + ", time of one access and ratio to " + Baselines.of(panel), Panel.STRATEGY, Entry::judged));
        }
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "A share of the buffer's area between one begin and one end: one rectangle in its middle,"
                        + " sixteen from corner to corner, or a column as high as the buffer. What is paid once an access weighs"
                        + " the more, the smaller the damage; what is paid once a row, the narrower the rectangle."
                        + Baselines.apart(panels), blocks).onPageOnly();
    }
}
