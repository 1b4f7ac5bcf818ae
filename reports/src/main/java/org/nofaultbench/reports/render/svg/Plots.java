// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.nofaultbench.reports.document.Series;

/** What all plots look alike in. */
final class Plots {

    private static final BasicStroke HAIRLINE = new BasicStroke(0.8f);

    private Plots() {}

    static XYPlot of(XYDataset data, PlacedAxis across, PlacedAxis up, XYErrorRenderer renderer) {
        XYPlot plot = new XYPlot(data, across, up, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(ChartColor.GRID.color());
        plot.setRangeGridlinePaint(ChartColor.GRID.color());
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** Marks with interval bars; lines between the marks of a series where asked for. */
    static XYErrorRenderer renderer(List<Series> series, boolean lines, boolean lying) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(lines);
        renderer.setDrawXError(lying);
        renderer.setDrawYError(!lying);
        renderer.setCapLength(5);
        renderer.setErrorStroke(new BasicStroke(1.2f));
        for (int i = 0; i < series.size(); i++) {
            int style = series.get(i).style();
            renderer.setSeriesPaint(i, ChartColor.ofSeries(style));
            renderer.setSeriesShape(i, Marker.shape(style));
            renderer.setSeriesStroke(i, Marker.line(style));
        }
        return renderer;
    }

    static LegendItemCollection legend(List<Series> series, boolean lines) {
        LegendItemCollection items = new LegendItemCollection();
        for (Series one : series) {
            LegendItem item = new LegendItem(
                    Label.of(one.name()),
                    null,
                    null,
                    null,
                    true,
                    Marker.shape(one.style()),
                    true,
                    ChartColor.ofSeries(one.style()),
                    false,
                    ChartColor.TEXT.color(),
                    HAIRLINE,
                    lines,
                    new Line2D.Double(-12, 0, 12, 0),
                    Marker.line(one.style()),
                    ChartColor.ofSeries(one.style()));
            items.add(item);
        }
        return items;
    }
}
