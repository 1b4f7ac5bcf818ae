// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.stats.Interval;

/** What lies between the axes of a {@link TimePlot}. */
final class TimeLayers extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1;

    private final transient Chart.OverTime chart;
    private final transient Interval range;

    TimeLayers(Chart.OverTime chart, Interval range) {
        this.chart = chart;
        this.range = range;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis up, int renderer,
            PlotRenderingInfo info) {
        new TimeDrawing(chart, range, g, area, place -> across.valueToJava2D(place, area, plot.getDomainAxisEdge()),
                value -> up.valueToJava2D(value, area, plot.getRangeAxisEdge())).all();
    }
}
