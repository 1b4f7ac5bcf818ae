// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
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
        XYPlot plot = Plots.of(
                new XYIntervalSeriesCollection(),
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
                        chart.levels().stream()
                                .flatMapToDouble(level -> DoubleStream.of(
                                        level.band().low(), level.band().high())))
                .sorted()
                .toArray();
        double low = shown[0];
        double high = shown[shown.length - 1];
        double height = high > low ? high - low : Math.max(Math.abs(high), 1) * AIR;
        return new Interval(low - AIR * height, high + HEADROOM * height);
    }

    /** What lies between the axes of a {@link TimePlot}. */
    private static final class TimeLayers extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1;

        private final transient Chart.OverTime chart;
        private final transient Interval range;

        TimeLayers(Chart.OverTime chart, Interval range) {
            this.chart = chart;
            this.range = range;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis across,
                ValueAxis up,
                int renderer,
                PlotRenderingInfo info) {
            new TimeDrawing(
                            chart,
                            range,
                            g,
                            area,
                            place -> across.valueToJava2D(place, area, plot.getDomainAxisEdge()),
                            value -> up.valueToJava2D(value, area, plot.getRangeAxisEdge()))
                    .all();
        }
    }

    /**
     * Draws a series over time, layer upon layer. All dots of a kind are one path: a thousand elements each would make pages that no
     * browser likes, and take a hundred times as long to write.
     */
    private static final class TimeDrawing {

        private static final int FEW = 120;
        private static final int DOT_STYLE = 1;
        private static final int LEVEL_STYLE = 3;
        private static final double LABEL_ROOM = 46;
        private static final double MARK_ROOM = 18;
        private static final double RING = 3.2;
        private static final int FIRST_LINE = 13;
        private static final int SECOND_LINE = 28;
        private static final Stroke THIN = new BasicStroke(0.8f);
        private static final Stroke LEVEL = new BasicStroke(2f);
        private static final Stroke CHANGE = new BasicStroke(1.4f);
        private static final Stroke MARK =
                new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);

        /** From a value to a coordinate. */
        interface Scale {
            double of(double value);
        }

        /** Draws one dot. */
        private interface DotDrawing {
            void at(double x, double y);
        }

        private final Chart.OverTime chart;
        private final Interval range;
        private final Graphics2D g;
        private final Rectangle2D area;
        private final Scale x;
        private final Scale y;
        private final double radius;

        TimeDrawing(Chart.OverTime chart, Interval range, Graphics2D g, Rectangle2D area, Scale x, Scale y) {
            this.chart = chart;
            this.range = range;
            this.g = g;
            this.area = area;
            this.x = x;
            this.y = y;
            this.radius = chart.dots().size() <= FEW ? 3 : 1.6;
        }

        void all() {
            chart.levels().forEach(this::band);
            lines(chart.marks(), ChartColor.MUTED.color(), MARK, MARK_ROOM, SECOND_LINE);
            intervals();
            g.setPaint(ChartColor.ofSeries(DOT_STYLE));
            g.setStroke(new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(dots());
            g.setStroke(THIN);
            g.draw(rings());
            g.fill(arrows());
            chart.levels().forEach(this::level);
            lines(chart.changes(), ChartColor.TEXT.color(), CHANGE, LABEL_ROOM, FIRST_LINE);
        }

        private void band(Chart.Level level) {
            double left = x.of(level.from() - 0.5);
            double top = y.of(level.band().high());
            g.setPaint(ChartColor.BAND.color());
            g.fill(new Rectangle2D.Double(
                    left, top, x.of(level.to() - 0.5) - left, y.of(level.band().low()) - top));
        }

        private void level(Chart.Level level) {
            g.setPaint(ChartColor.ofSeries(LEVEL_STYLE));
            g.setStroke(LEVEL);
            g.draw(new Line2D.Double(
                    x.of(level.from() - 0.5), y.of(level.value()), x.of(level.to() - 0.5), y.of(level.value())));
        }

        /** Lines without length, which round ends make dots, in a tenth of the bytes of circles. */
        private Path2D dots() {
            Path2D path = new Path2D.Double();
            forEach(dot -> dot.usual() && range.holds(dot.value()), (place, value) -> {
                path.moveTo(place, value);
                path.lineTo(place, value);
            });
            return path;
        }

        private Path2D rings() {
            Path2D path = new Path2D.Double();
            forEach(
                    dot -> !dot.usual() && range.holds(dot.value()),
                    (place, value) ->
                            path.append(new Ellipse2D.Double(place - RING, value - RING, 2 * RING, 2 * RING), false));
            return path;
        }

        private void forEach(Predicate<Chart.Dot> which, DotDrawing drawing) {
            for (int i = 0; i < chart.dots().size(); i++) {
                if (which.test(chart.dots().get(i))) {
                    drawing.at(x.of(i), y.of(chart.dots().get(i).value()));
                }
            }
        }

        private void intervals() {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < chart.dots().size() && chart.dots().size() <= FEW; i++) {
                double place = x.of(i);
                chart.dots()
                        .get(i)
                        .interval()
                        .ifPresent(of -> path.append(
                                new Line2D.Double(place, inside(of.low()), place, inside(of.high())), false));
            }
            g.setPaint(ChartColor.ofSeries(DOT_STYLE));
            g.setStroke(THIN);
            g.draw(path);
        }

        private double inside(double value) {
            return y.of(Math.min(Math.max(value, range.low()), range.high()));
        }

        /** At the edge, towards what lies beyond it. */
        private Path2D arrows() {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < chart.dots().size(); i++) {
                double value = chart.dots().get(i).value();
                if (!range.holds(value)) {
                    boolean above = value > range.high();
                    double tip = above ? area.getMinY() + 1 : area.getMaxY() - 1;
                    double base = above ? tip + 7 : tip - 7;
                    path.moveTo(x.of(i), tip);
                    path.lineTo(x.of(i) + 4, base);
                    path.lineTo(x.of(i) - 4, base);
                    path.closePath();
                }
            }
            return path;
        }

        /** Lines before the first place after each change; words where the one before leaves room for them. */
        private void lines(List<Chart.Position> at, Color colour, Stroke stroke, double room, int line) {
            double free = area.getMinX();
            g.setFont(Typeface.TICK);
            g.setPaint(colour);
            for (Chart.Position position : at) {
                double place = x.of(position.value() - 0.5);
                g.setStroke(stroke);
                g.draw(new Line2D.Double(place, area.getMinY(), place, area.getMaxY()));
                if (place >= free) {
                    boolean fits = place + room <= area.getMaxX();
                    String label = Label.of(position.label());
                    float left = (float)
                            (fits ? place + 3 : place - 3 - g.getFontMetrics().stringWidth(label));
                    g.drawString(label, left, (float) (area.getMinY() + line));
                    free = place + room;
                }
            }
        }
    }
}
