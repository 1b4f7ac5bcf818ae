// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.stats.Interval;

/** Draws a figure from run to run. A run far off the others must not squeeze them: it is drawn at the edge. */
final class TimePlot {

    /** Above the values, for what is written at the lines. */
    private static final double HEADROOM = 0.16;

    private static final double AIR = 0.06;
    private static final double AIR_ASIDE = 0.5;

    private TimePlot() {}

    static XYPlot of(Chart.OverTime chart) {
        Interval range = range(chart);
        List<Tick> dates = chart.dates().stream()
                .map(date -> new Tick(date.value(), Label.of(date.label())))
                .toList();
        XYPlot plot = Plots.of(new XYIntervalSeriesCollection(),
                new PlacedAxis(chart.across(), -AIR_ASIDE, chart.dots().size() - AIR_ASIDE, dates),
                new PlacedAxis(chart.values().label(), range.low(), range.high(), new Projection(false).ticks(range)),
                new XYErrorRenderer());
        plot.setDomainGridlinesVisible(false);
        plot.addAnnotation(new TimeLayers(chart, range));
        return plot;
    }

    private static Interval range(Chart.OverTime chart) {
        double[] shown = DoubleStream.concat(
                        chart.dots().stream().filter(Chart.Dot::usual).mapToDouble(Chart.Dot::value),
                        chart.levels().stream().flatMapToDouble(level -> DoubleStream.of(level.band().low(), level.band().high())))
                .sorted()
                .toArray();
        double low = shown[0];
        double high = shown[shown.length - 1];
        double height = high > low ? high - low : Math.max(Math.abs(high), 1) * AIR;
        return new Interval(low - AIR * height, high + HEADROOM * height);
    }
}
