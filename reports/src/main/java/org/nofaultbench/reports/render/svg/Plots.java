// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.stats.Interval;

/** Charts as plots of JFreeChart. Places are positions on the domain axis, values lie on the range axis. */
final class Plots {

    /** What the marks of one place take of the way to the next, in rows and between the ends of lines. */
    private static final double ROW_SPREAD = 0.4;

    private static final double LINE_SPREAD = 0.24;

    /** From here on a place of a heat map has the next colour; the last one is for all above. */
    private static final double[] HEAT = {0, 1.01, 1.1, 1.5, 3, 10};

    private static final double HIGHEST = 1e12;
    private static final double TILE = 0.92;

    /** More runs are drawn as one line, without a mark and an interval each. */
    private static final int FEW_RUNS = 120;

    private static final int DOT_STYLE = 1;
    private static final int LEVEL_STYLE = 3;

    private Plots() {}

    static XYPlot of(Chart chart) {
        if (chart instanceof Chart.AtPlaces places) {
            return atPlaces(places);
        }
        if (chart instanceof Chart.Lines lines) {
            return lines(lines);
        }
        return chart instanceof Chart.HeatMap map ? heatMap(map) : overTime((Chart.OverTime) chart);
    }

    static int height(Chart chart) {
        if (chart instanceof Chart.AtPlaces places && places.rows()) {
            int row = isShared(places) ? 16 + 13 * places.series().size() : 30;
            return 70 + row * places.places().size() + (isShared(places) ? 30 : 0);
        }
        return chart instanceof Chart.OverTime
                ? 300
                : chart instanceof Chart.HeatMap map ? 110 + 26 * map.rows().size() : 430;
    }

    static boolean hasLegend(Chart chart) {
        return !(chart instanceof Chart.OverTime) && !(chart instanceof Chart.AtPlaces places && !isShared(places));
    }

    /** Whether several series have marks at one place and so need a legend and room beside each other. */
    private static boolean isShared(Chart.AtPlaces chart) {
        return chart.series().size() > 1
                && chart.series().stream().anyMatch(series -> series.marks().size() > 1);
    }

    private static XYPlot atPlaces(Chart.AtPlaces chart) {
        Range range = ValueRange.of(chart, chart.band());
        double spread = !isShared(chart) ? 0 : chart.rows() ? ROW_SPREAD : LINE_SPREAD;
        SymbolAxis places = names(chart.across(), chart.places());
        places.setInverted(chart.rows());
        XYPlot plot = plot(
                marks(chart, range, (place, series) -> place + offset(chart, series, spread)),
                places,
                ValueRange.axis(chart.values(), range),
                marks(chart.series(), !chart.rows()));
        plot.setOrientation(chart.rows() ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setDomainGridlinesVisible(!isShared(chart) || !chart.rows());
        chart.band().ifPresent(band -> {
            plot.addRangeMarker(band(band), Layer.BACKGROUND);
            plot.addRangeMarker(new ValueMarker(1, Style.MUTED, Style.line(0)), Layer.BACKGROUND);
        });
        for (int i = 0; i < chart.series().size(); i++) {
            double beside = offset(chart, i, spread);
            chart.series().get(i).marks().stream()
                    .filter(mark -> !range.contains(
                            mark.value().value() / chart.values().scale().perUnit()))
                    .forEach(mark -> plot.addAnnotation(beyond(mark, mark.place() + beside, range)));
        }
        return plot;
    }

    private static double offset(Chart.AtPlaces chart, int series, double spread) {
        return spread == 0 ? 0 : spread * ((double) series / (chart.series().size() - 1) - 0.5);
    }

    /** The value of a mark that is not on the axis, beside the part of its interval that is. */
    private static XYTextAnnotation beyond(Chart.Mark mark, double place, Range range) {
        boolean above = mark.value().value() > range.getUpperBound();
        String value = Numbers.ratio(mark.value().value()) + "\u00d7";
        Interval ends = mark.value()
                .interval()
                .orElse(new Interval(mark.value().value(), mark.value().value()));
        double gap = 0.03 * range.getLength();
        double at = above
                ? Math.min(range.getUpperBound() - gap, ends.low() - gap / 2)
                : Math.max(range.getLowerBound() + gap, ends.high() + gap / 2);
        XYTextAnnotation note = new XYTextAnnotation(above ? value + " \u2192" : "\u2190 " + value, place, at);
        note.setTextAnchor(above ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        return note;
    }

    private static XYPlot lines(Chart.Lines chart) {
        Range range = ValueRange.of(chart, Optional.empty());
        List<Chart.Position> places = chart.places();
        double first = places.get(0).value();
        double last = places.get(places.size() - 1).value();
        double room = Math.pow(last / first, 0.06);
        XYPlot plot = plot(
                marks(chart, range, (place, series) -> places.get(place).value()),
                ValueRange.axis(
                        new Chart.Axis(chart.across(), Scale.ofRatios(), true), new Range(first / room, last * room)),
                ValueRange.axis(chart.values(), range),
                marks(chart.series(), true));
        plot.setDomainGridlinesVisible(false);
        chart.bands().forEach(band -> plot.addDomainMarker(band(band), Layer.BACKGROUND));
        places.forEach(
                place -> addLine(plot, place.label(), place.value(), place.value() > first * room, Style.HAIRLINE));
        return plot;
    }

    private static XYPlot heatMap(Chart.HeatMap map) {
        SymbolAxis rows = names("", map.rows());
        rows.setInverted(true);
        DefaultXYZDataset data = new DefaultXYZDataset();
        XYPlot plot = plot(data, names(map.across(), map.columns()), rows, null);
        LookupPaintScale scale = new LookupPaintScale(0, HIGHEST, Style.ofHeat(HEAT.length - 1));
        LegendItemCollection legend = new LegendItemCollection();
        for (int step = 0; step < HEAT.length; step++) {
            scale.add(HEAT[step], Style.ofHeat(step));
            String label = step + 1 < HEAT.length ? "below " + Numbers.shortRatio(HEAT[step + 1]) : "above";
            legend.add(new LegendItem(
                    label, null, null, null, new Rectangle2D.Double(-7, -6, 14, 12), Style.ofHeat(step)));
        }
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        renderer.setBlockWidth(TILE);
        renderer.setBlockHeight(TILE);
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(legend);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        for (int y = 0; y < map.rows().size(); y++) {
            for (int x = 0; x < map.columns().size(); x++) {
                Optional<Chart.Tile> tile = map.tiles().get(y).get(x);
                plot.addAnnotation(new XYTextAnnotation(
                        tile.map(each -> each.ratio().text()).orElse("-"), x, y));
                if (tile.isPresent()) {
                    data.addSeries(
                            y + " " + x,
                            new double[][] {{x}, {y}, {tile.get().ratio().value()}});
                }
                if (tile.filter(Chart.Tile::outlined).isPresent()) {
                    // The axis goes downwards: a box from the low to the high end would have no height.
                    plot.addAnnotation(new XYBoxAnnotation(
                            x - TILE / 2, y + TILE / 2, x + TILE / 2, y - TILE / 2, Style.line(0), Style.TEXT, null));
                }
            }
        }
        return plot;
    }

    /** A run far off the others must not squeeze them: it is drawn at the edge. */
    private static XYPlot overTime(Chart.OverTime chart) {
        Range range = ValueRange.of(chart);
        boolean few = chart.dots().size() <= FEW_RUNS;
        XYErrorRenderer dots = renderer();
        dots.setDrawYError(few);
        dots.setDrawSeriesLineAsPath(true);
        dots.setSeriesShapesVisible(0, few);
        dots.setSeriesLinesVisible(0, !few);
        dots.setSeriesStroke(0, Style.HAIRLINE);
        dots.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        dots.setSeriesShape(1, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
        dots.setSeriesShapesFilled(1, false);
        dots.setSeriesShape(2, Style.shape(2));
        IntStream.range(0, 3).forEach(kind -> dots.setSeriesPaint(kind, Style.ofSeries(DOT_STYLE)));
        XYPlot plot = plot(
                runs(chart, range), names(chart.across(), chart.dates()), ValueRange.axis(chart.values(), range), dots);
        plot.setDomainGridlinesVisible(false);
        DeviationRenderer levels = new DeviationRenderer(true, false);
        levels.setAlpha(1);
        levels.setAutoPopulateSeriesPaint(false);
        levels.setAutoPopulateSeriesStroke(false);
        levels.setDefaultPaint(Style.ofSeries(LEVEL_STYLE));
        levels.setDefaultStroke(Style.line(0));
        levels.setDefaultFillPaint(Style.BAND);
        plot.setDataset(1, levels(chart));
        plot.setRenderer(1, levels);
        chart.changes()
                .forEach(change ->
                        addLine(plot, change.label(), change.value() - 0.5, isRight(change, chart), Style.line(0)));
        chart.marks()
                .forEach(mark -> addLine(plot, mark.label(), mark.value() - 0.5, isRight(mark, chart), Style.line(1)));
        return plot;
    }

    private static boolean isRight(Chart.Position position, Chart.OverTime chart) {
        return position.value() > 0.8 * chart.dots().size();
    }

    /** Usual runs, unusual ones, and those beyond the axis. */
    private static YIntervalSeriesCollection runs(Chart.OverTime chart, Range range) {
        List<YIntervalSeries> kinds =
                Stream.of("usual", "unusual", "beyond").map(Plots::series).toList();
        for (int i = 0; i < chart.dots().size(); i++) {
            Chart.Dot dot = chart.dots().get(i);
            int kind = !range.contains(dot.value()) ? 2 : dot.usual() ? 0 : 1;
            add(kinds.get(kind), i, dot.value(), kind == 0 ? dot.interval() : Optional.empty(), range);
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        kinds.forEach(data::addSeries);
        return data;
    }

    private static YIntervalSeriesCollection levels(Chart.OverTime chart) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        for (Chart.Level level : chart.levels()) {
            YIntervalSeries series = series(level.from());
            DoubleStream.of(level.from() - 0.5, level.to() - 0.5)
                    .forEach(at -> series.add(
                            at, level.value(), level.band().low(), level.band().high()));
            data.addSeries(series);
        }
        return data;
    }

    /** Where the mark of a series at a place stands. */
    interface Across {
        double at(int place, int series);
    }

    /** Marks in the unit of the axis, those beyond it at its edge; series may share a name. */
    static YIntervalSeriesCollection marks(Chart.Plotted chart, Range range, Across across) {
        double unit = chart.values().scale().perUnit();
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        for (int i = 0; i < chart.series().size(); i++) {
            YIntervalSeries series = series(i);
            for (Chart.Mark mark : chart.series().get(i).marks()) {
                add(
                        series,
                        across.at(mark.place(), i),
                        mark.value().value() / unit,
                        mark.value().interval().map(ends -> new Interval(ends.low() / unit, ends.high() / unit)),
                        range);
            }
            data.addSeries(series);
        }
        return data;
    }

    private static YIntervalSeries series(Comparable<?> key) {
        return new YIntervalSeries(key, false, true);
    }

    private static void add(YIntervalSeries series, double at, double value, Optional<Interval> ends, Range range) {
        Interval drawn = ends.orElse(new Interval(value, value));
        series.add(at, range.constrain(value), range.constrain(drawn.low()), range.constrain(drawn.high()));
    }

    private static XYErrorRenderer renderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        // Otherwise the theme forgets the colours and strokes that are set below.
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setCapLength(5);
        renderer.setErrorStroke(Style.HAIRLINE);
        return renderer;
    }

    private static XYErrorRenderer marks(List<Chart.Series> series, boolean lines) {
        XYErrorRenderer renderer = renderer();
        renderer.setDefaultLinesVisible(lines);
        renderer.setLegendItemLabelGenerator(
                (data, i) -> Style.label(series.get(i).name()));
        for (int i = 0; i < series.size(); i++) {
            renderer.setSeriesPaint(i, Style.ofSeries(series.get(i).style()));
            renderer.setSeriesShape(i, Style.shape(series.get(i).style()));
            renderer.setSeriesStroke(i, Style.line(series.get(i).style()));
        }
        return renderer;
    }

    private static XYPlot plot(XYDataset data, ValueAxis across, ValueAxis up, XYErrorRenderer renderer) {
        XYPlot plot = new XYPlot(data, across, up, renderer);
        for (ValueAxis axis : List.of(across, up)) {
            axis.setAxisLinePaint(Style.MUTED);
            axis.setTickMarkPaint(Style.MUTED);
        }
        plot.setDomainGridlineStroke(Style.HAIRLINE);
        plot.setRangeGridlineStroke(Style.HAIRLINE);
        return plot;
    }

    private static SymbolAxis names(String label, List<String> names) {
        SymbolAxis axis = new SymbolAxis(
                label.isEmpty() ? null : Style.label(label),
                names.stream().map(Style::label).toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.size() - 0.5);
        return axis;
    }

    private static IntervalMarker band(Interval band) {
        IntervalMarker marker = new IntervalMarker(band.low(), band.high(), Style.BAND);
        marker.setAlpha(1);
        return marker;
    }

    /** A line across the places with words at its upper end, to its right or, where there is no room, to its left. */
    private static void addLine(XYPlot plot, String label, double at, boolean wordsLeft, Stroke stroke) {
        plot.addDomainMarker(new ValueMarker(at, Style.MUTED, stroke), Layer.BACKGROUND);
        String words = Style.label(label);
        double top = plot.getRangeAxis().getUpperBound();
        XYTextAnnotation note = new XYTextAnnotation(wordsLeft ? words + " " : " " + words, at, top);
        note.setTextAnchor(wordsLeft ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        plot.addAnnotation(note);
    }
}
