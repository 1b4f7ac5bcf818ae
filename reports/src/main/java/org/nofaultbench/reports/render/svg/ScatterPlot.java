// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

/** Draws two figures of each thing against one another, with the names beside the marks. */
final class ScatterPlot {

    /** Names of marks that are closer than this, as a share of the axes, are written as one. */
    private static final double CLOSE = 0.035;

    private static final double AIR = 0.08;
    /** To the right, where the names of the rightmost marks stand. */
    private static final double ROOM = 0.4;

    private static final int MOST_NAMES = 3;

    private final Chart.Scatter chart;
    private final Projection across;
    private final Projection up;

    private ScatterPlot(Chart.Scatter chart) {
        this.chart = chart;
        this.across = new Projection(chart.across().logarithmic());
        this.up = new Projection(chart.values().logarithmic());
    }

    static XYPlot of(Chart.Scatter chart) {
        return new ScatterPlot(chart).plot();
    }

    private XYPlot plot() {
        PlacedAxis x = axis(
                chart.across(),
                across,
                chart.spots().stream().map(Chart.Spot::x).toList(),
                ROOM);
        PlacedAxis y = axis(
                chart.values(), up, chart.spots().stream().map(Chart.Spot::y).toList(), AIR);
        XYIntervalSeries marks = new XYIntervalSeries("marks");
        chart.spots()
                .forEach(spot -> marks.add(
                        across.of(spot.x()),
                        across.of(spot.x()),
                        across.of(spot.x()),
                        up.of(spot.y()),
                        up.of(spot.y()),
                        up.of(spot.y())));
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(marks);
        XYPlot plot = Plots.of(data, x, y, Plots.renderer(List.of(new Series("marks", 0, List.of())), false, false));
        clusters(x.getRange().getLength(), y.getRange().getLength()).forEach(near -> {
            Chart.Spot right =
                    near.stream().max(Comparator.comparingDouble(Chart.Spot::x)).orElseThrow();
            XYTextAnnotation name = new XYTextAnnotation(
                    names(near), across.of(right.x()) + 0.012 * x.getRange().getLength(), up.of(right.y()));
            name.setTextAnchor(TextAnchor.CENTER_LEFT);
            name.setFont(Typeface.TICK);
            name.setPaint(ChartColor.TEXT.color());
            plot.addAnnotation(name);
        });
        return plot;
    }

    private static PlacedAxis axis(Axis axis, Projection projection, List<Double> values, double roomAtTheEnd) {
        double low =
                projection.of(values.stream().min(Comparator.naturalOrder()).orElseThrow());
        double high =
                projection.of(values.stream().max(Comparator.naturalOrder()).orElseThrow());
        double length = Math.max(high - low, 0.1);
        Interval shown = new Interval(low - AIR * length, high + roomAtTheEnd * length);
        Interval range =
                axis.logarithmic() ? new Interval(Math.pow(10, shown.low()), Math.pow(10, shown.high())) : shown;
        return new PlacedAxis(axis.label(), shown.low(), shown.high(), projection.ticks(range));
    }

    private List<List<Chart.Spot>> clusters(double width, double height) {
        List<List<Chart.Spot>> clusters = new ArrayList<>();
        chart.spots().stream()
                .sorted(Comparator.comparingDouble(Chart.Spot::y))
                .forEach(spot -> clusters.stream()
                        .filter(cluster -> cluster.stream()
                                .allMatch(other ->
                                        Math.abs(across.of(spot.x()) - across.of(other.x())) < 4 * CLOSE * width
                                                && Math.abs(up.of(spot.y()) - up.of(other.y())) < CLOSE * height))
                        .findFirst()
                        .orElseGet(() -> {
                            clusters.add(new ArrayList<>());
                            return clusters.get(clusters.size() - 1);
                        })
                        .add(spot));
        return clusters;
    }

    private static String names(List<Chart.Spot> near) {
        String names = near.stream()
                .limit(MOST_NAMES)
                .map(spot -> Label.of(spot.label()))
                .collect(Collectors.joining(", "));
        return near.size() > MOST_NAMES ? names + " and " + (near.size() - MOST_NAMES) + " more" : names;
    }
}
