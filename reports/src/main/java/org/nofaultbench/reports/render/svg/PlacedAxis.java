// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis with exactly the ticks that it is given; JFreeChart's own would label 8294400 where a reader wants 1080p. */
final class PlacedAxis extends NumberAxis {

    private static final long serialVersionUID = 1;

    private final transient List<Tick> ticks;

    PlacedAxis(String label, double low, double high, List<Tick> ticks) {
        super(label);
        this.ticks = ticks;
        setRange(low, high);
        setLabelFont(Typeface.LABEL);
        setTickLabelFont(Typeface.TICK);
        setLabelPaint(ChartColor.TEXT.color());
        setTickLabelPaint(ChartColor.TEXT.color());
        setAxisLinePaint(ChartColor.MUTED.color());
        setTickMarkPaint(ChartColor.MUTED.color());
        setMinorTickMarksVisible(false);
        setTickLabelInsets(new RectangleInsets(3, 4, 3, 7));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return ticks.stream()
                .filter(tick -> getRange().contains(tick.at()))
                .map(tick -> new NumberTick(tick.at(), tick.label(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }
}
