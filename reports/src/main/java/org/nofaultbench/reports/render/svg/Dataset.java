// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

/**
 * Chart series as JFreeChart wants them: projected, clamped to the axis, and set side by side where several share a place.
 *
 * @param projection of the values
 * @param extent of the value axis
 * @param places coordinate of each place on the other axis
 * @param spread how far apart the first and the last series of a place are
 */
record Dataset(Projection projection, Extent extent, IntToDoubleFunction places, double spread) {

    private static final double EDGE = 0.012;

    /** Values upwards, places across. */
    XYIntervalSeriesCollection upright(List<Series> series) {
        return collected(series, false);
    }

    /** Values across, places upwards. */
    XYIntervalSeriesCollection lying(List<Series> series) {
        return collected(series, true);
    }

    private XYIntervalSeriesCollection collected(List<Series> series, boolean lying) {
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        for (int i = 0; i < series.size(); i++) {
            // Names may repeat, JFreeChart's keys may not; the legend is drawn from the names.
            XYIntervalSeries points =
                    new XYIntervalSeries(i + " " + series.get(i).name(), false, true);
            for (Series.Mark mark : series.get(i).marks()) {
                add(points, mark, place(mark.place(), i, series.size()), lying);
            }
            collection.addSeries(points);
        }
        return collection;
    }

    private void add(XYIntervalSeries points, Series.Mark mark, double place, boolean lying) {
        Interval interval = mark.interval().orElse(new Interval(mark.value(), mark.value()));
        double value = projected(mark.value());
        double low = projected(interval.low());
        double high = projected(interval.high());
        if (lying) {
            points.add(value, low, high, place, place, place);
        } else {
            points.add(place, place, place, value, low, high);
        }
    }

    /** A value beyond the axis is drawn at its edge, far enough inside for the mark to be whole. */
    private double projected(double value) {
        double low = projection.of(extent.range().low());
        double high = projection.of(extent.range().high());
        double inset = EDGE * (high - low);
        double inside = Math.min(Math.max(projection.of(value), low + inset), high - inset);
        return extent.shows(value) ? projection.of(value) : inside;
    }

    /** Where the i-th of n series puts its mark of a place. */
    double place(int place, int series, int count) {
        double offset = count == 1 ? 0 : spread * ((double) series / (count - 1) - 0.5);
        return places.applyAsDouble(place) + offset;
    }
}
