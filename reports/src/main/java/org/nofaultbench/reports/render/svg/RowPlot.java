// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

/** Draws one row a name with the values across. */
final class RowPlot {

    private static final double SPREAD = 0.6;
    private static final double BESIDE_MARK = 0.03;

    private final Chart.ByRow chart;
    private final Projection values;
    private final Extent extent;
    private final Dataset data;

    private RowPlot(Chart.ByRow chart) {
        this.chart = chart;
        this.values = new Projection(chart.values().logarithmic());
        this.extent = Extent.of(chart.series(), chart.band(), chart.values().logarithmic());
        this.data = new Dataset(values, extent, place -> place, sharesRows(chart) ? SPREAD : 0);
    }

    static XYPlot of(Chart.ByRow chart) {
        return new RowPlot(chart).plot();
    }

    /** Whether several series have marks in one row and so need a legend and room beside each other. */
    static boolean sharesRows(Chart.ByRow chart) {
        return chart.series().stream().anyMatch(series -> series.marks().size() > 1)
                && chart.series().size() > 1;
    }

    private XYPlot plot() {
        Interval range = extent.range();
        PlacedAxis up = new PlacedAxis(null, -0.6, chart.rows().size() - 0.4, rowTicks());
        up.setInverted(true);
        XYPlot plot = Plots.of(
                data.lying(chart.series()),
                new PlacedAxis(
                        chart.values().label(), values.of(range.low()), values.of(range.high()), values.ticks(range)),
                up,
                Plots.renderer(chart.series(), false, true));
        plot.setRangeGridlinesVisible(!sharesRows(chart));
        if (sharesRows(chart)) {
            plot.setFixedLegendItems(Plots.legend(chart.series(), false));
        }
        addReference(plot);
        addOffScale(plot);
        return plot;
    }

    private List<Tick> rowTicks() {
        List<Tick> ticks = new ArrayList<>();
        for (int row = 0; row < chart.rows().size(); row++) {
            ticks.add(new Tick(row, Label.of(chart.rows().get(row))));
        }
        return ticks;
    }

    private void addReference(XYPlot plot) {
        chart.band().ifPresent(band -> {
            IntervalMarker same =
                    new IntervalMarker(values.of(band.low()), values.of(band.high()), ChartColor.BAND.color());
            same.setAlpha(1);
            plot.addDomainMarker(same, Layer.BACKGROUND);
            plot.addDomainMarker(
                    new ValueMarker(values.of(1), ChartColor.REFERENCE.color(), Marker.line(0)), Layer.BACKGROUND);
        });
    }

    private void addOffScale(XYPlot plot) {
        for (int i = 0; i < chart.series().size(); i++) {
            for (Series.Mark mark : chart.series().get(i).marks()) {
                if (!extent.shows(mark.value())) {
                    plot.addAnnotation(offScale(
                            mark, data.place(mark.place(), i, chart.series().size())));
                }
            }
        }
    }

    /** The value stands beside its mark, or beside the part of its interval that is on the axis. */
    private XYTextAnnotation offScale(Series.Mark mark, double place) {
        boolean right = mark.value() > extent.range().high();
        String value = Numbers.ratio(mark.value()) + "\u00d7";
        String text = right ? value + " \u2192" : "\u2190 " + value;
        double low = values.of(extent.range().low());
        double high = values.of(extent.range().high());
        double beside = BESIDE_MARK * (high - low);
        Interval interval = mark.interval().orElse(new Interval(mark.value(), mark.value()));
        double at = right
                ? Math.min(high - beside, values.of(interval.low()) - beside / 2)
                : Math.max(low + beside, values.of(interval.high()) + beside / 2);
        XYTextAnnotation note = new XYTextAnnotation(text, at, place);
        note.setTextAnchor(right ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        note.setFont(Typeface.TICK);
        note.setPaint(ChartColor.TEXT.color());
        return note;
    }
}
