// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

/**
 * Which values an axis shows.
 *
 * <p>Where a chart has a band of sameness, differences of a percent matter and one row of twelvefold cost would squeeze them into
 * nothing. Such rows are then off the scale: drawn at the edge with an arrow and their value.
 *
 * @param range shown, in the values' own unit
 */
record Extent(Interval range) {

    /** Ratios beyond this are not about percents any more. */
    private static final Interval NEAR = new Interval(1 / 1.25, 1.25);

    private static final double AIR = 0.06;

    static Extent of(List<Series> series, Optional<Interval> band, boolean logarithmic) {
        List<Series.Mark> marks =
                series.stream().flatMap(one -> one.marks().stream()).toList();
        boolean zoomed = band.isPresent() && marks.stream().anyMatch(mark -> NEAR.holds(mark.value()));
        DoubleStream shown = marks.stream()
                .filter(mark -> !zoomed || NEAR.holds(mark.value()))
                .flatMap(Extent::values)
                .mapToDouble(Double::doubleValue);
        DoubleStream wide =
                band.stream().flatMapToDouble(of -> DoubleStream.of(of.low() * of.low(), of.high() * of.high()));
        double[] all = DoubleStream.concat(shown, wide).sorted().toArray();
        return new Extent(withAir(all[0], all[all.length - 1], logarithmic));
    }

    private static Stream<Double> values(Series.Mark mark) {
        Stream<Double> ends = mark.interval().stream().flatMap(of -> Stream.of(of.low(), of.high()));
        return Stream.concat(Stream.of(mark.value()), ends);
    }

    private static Interval withAir(double low, double high, boolean logarithmic) {
        if (!logarithmic || low <= 0) {
            double air = high == low ? Math.max(1, Math.abs(high)) * AIR : (high - low) * AIR;
            return new Interval(low - air, high + air);
        }
        double factor = high / low < 1.0001 ? 1 + AIR : Math.pow(high / low, AIR);
        return new Interval(low / factor, high * factor);
    }

    boolean shows(double value) {
        return range.holds(value);
    }
}
