// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Interval;

/** Which values an axis shows, in its unit, and the axis that shows them. */
final class ValueRange {

    /** Below this ratio of the ends a logarithmic axis is nearly even, and round steps read better than powers. */
    private static final double NEARLY_EVEN = 8;

    /** Above this ratio of the ends powers of ten are enough. */
    private static final double DECADES = 1000;

    /** Ratios beyond this are not about percents any more. */
    private static final Interval NEAR = new Interval(1 / 1.25, 1.25);

    private static final double AIR = 0.06;

    /** Above the values, for what is written at the lines. */
    private static final double HEADROOM = 0.16;

    private ValueRange() {}

    /**
     * All marks with their intervals. Where a chart has a band of sameness, differences of a percent matter and one row of
     * twelvefold cost would squeeze them into nothing: then the marks near the reference decide, and others are off the axis.
     */
    static Range of(Chart.Plotted chart, Optional<Interval> band) {
        double unit = chart.values().scale().perUnit();
        DoublePredicate near = value -> NEAR.holds(value / unit);
        boolean zoomed = band.isPresent() && values(chart, value -> true, false).anyMatch(near);
        DoubleStream shown = values(chart, zoomed ? near : value -> true, true).map(value -> value / unit);
        DoubleStream wide = band.stream()
                .flatMapToDouble(ends -> DoubleStream.of(ends.low() * ends.low(), ends.high() * ends.high()));
        DoubleSummaryStatistics all = DoubleStream.concat(shown, wide).summaryStatistics();
        double low = all.getMin();
        double high = all.getMax();
        if (!chart.values().logarithmic() || low <= 0) {
            double air = high == low ? Math.max(1, Math.abs(high)) * AIR : (high - low) * AIR;
            return new Range(low - air, high + air);
        }
        double factor = high / low < 1.0001 ? 1 + AIR : Math.pow(high / low, AIR);
        return new Range(low / factor, high * factor);
    }

    private static DoubleStream values(Chart.Plotted chart, DoublePredicate which, boolean ends) {
        return chart.series().stream()
                .flatMap(series -> series.marks().stream())
                .map(Chart.Mark::value)
                .filter(value -> which.test(value.value()))
                .flatMapToDouble(value -> DoubleStream.concat(
                        DoubleStream.of(value.value()),
                        value.interval().filter(interval -> ends).stream()
                                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()))));
    }

    /** The usual runs and the levels' bands. */
    static Range of(Chart.OverTime chart) {
        DoubleSummaryStatistics shown = DoubleStream.concat(
                        chart.dots().stream().filter(Chart.Dot::usual).mapToDouble(Chart.Dot::value),
                        chart.levels().stream()
                                .map(Chart.Level::band)
                                .flatMapToDouble(band -> DoubleStream.of(band.low(), band.high())))
                .summaryStatistics();
        double low = shown.getMin();
        double high = shown.getMax();
        double height = high > low ? high - low : Math.max(Math.abs(high), 1) * AIR;
        return new Range(low - AIR * height, high + HEADROOM * height);
    }

    static ValueAxis axis(Chart.Axis values, Range range) {
        DecimalFormat format = new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        double ratio = range.getUpperBound() / range.getLowerBound();
        if (!values.logarithmic() || range.getLowerBound() <= 0 || ratio < NEARLY_EVEN) {
            NumberAxis axis = new NumberAxis(Printable.brief(values.label()));
            axis.setNumberFormatOverride(format);
            axis.setRange(range);
            return axis;
        }
        LogAxis axis = new LogAxis(Printable.brief(values.label()) + " (log scale)");
        axis.setBase(ratio > DECADES ? 10 : 2);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setNumberFormatOverride(format);
        axis.setMinorTickMarksVisible(false);
        axis.setRange(range);
        return axis;
    }
}
