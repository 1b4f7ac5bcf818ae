// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * Times by round, or what they miss. Sums and differences are formed within a round, from the forks of that round alone, so
 * that the interval of a sum is that of its rounds' sums and assumes nothing about how the parts vary together.
 *
 * @param ns round to nanoseconds; empty where something is missing
 * @param missing what would be needed, in words; empty where nothing is missing
 * @param cells ids of the cells that it is made from
 */
record Times(Map<Integer, Double> ns, Set<String> missing, Set<String> cells) {

    /** How often screens show a frame: every 16.67, 6.94 and 4.17 ms. */
    static final List<Integer> HERTZ = List.of(60, 144, 240);

    /** A picosecond; less is a mistake in the file. */
    private static final double LEAST_NS = 1e-3;
    /** Eleven days; more is a mistake in the file. */
    private static final double MOST_NS = 1e15;

    static Times measured(Map<Integer, Double> ns, Set<String> cells) {
        return ns.isEmpty() ? missing("no round has all of the parts") : new Times(ns, Set.of(), cells);
    }

    static Times missing(String what) {
        return new Times(Map.of(), Set.of(what), Set.of());
    }

    Times plus(Times other) {
        return with(other, Double::sum);
    }

    Times minus(Times other) {
        return with(other, (a, b) -> a - b);
    }

    Times times(double factor) {
        Map<Integer, Double> scaled = new TreeMap<>(ns);
        scaled.replaceAll((round, value) -> value * factor);
        return new Times(scaled, missing, cells);
    }

    /** Round by round where both have it; misses what either misses. */
    Times with(Times other, DoubleBinaryOperator operator) {
        if (isMissing() || other.isMissing()) {
            Set<String> both = new LinkedHashSet<>(missing);
            both.addAll(other.missing);
            return new Times(Map.of(), both, Set.of());
        }
        Map<Integer, Double> combined = new TreeMap<>(ns);
        combined.keySet().retainAll(other.ns.keySet());
        combined.replaceAll((round, value) -> operator.applyAsDouble(value, other.ns.get(round)));
        Set<String> all = new LinkedHashSet<>(cells);
        all.addAll(other.cells);
        return measured(combined, all);
    }

    /** Itself, if these are times that a read may take; differences on the way to one need not be. */
    Times asTime(String what) {
        boolean honest = ns.values().stream().allMatch(value -> value >= LEAST_NS && value <= MOST_NS);
        return honest ? this : missing(what + ": not between 1 ps and 11 days");
    }

    /** Beside another time, round by round. */
    PairedRounds over(Times other) {
        return new PairedRounds(ns, other.ns);
    }

    boolean isMissing() {
        return !missing.isEmpty();
    }

    /** Median over the rounds, with its interval. */
    Optional<Estimate> estimate() {
        return ns.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(ns.values()));
    }

    /** The median; a cell's own where it is made from one cell, otherwise the cost that the detail describes. */
    Entry.Figure figure(String detail, Scale scale) {
        boolean ofOneCell = cells.size() == 1 && !detail.contains("reads=");
        Origin origin = new Origin(ofOneCell ? Statistic.MEDIAN : Statistic.COST, detail, List.copyOf(cells));
        return Entry.estimate(origin, estimate().orElseThrow(), "ns", scale);
    }

    /** The share that the median takes of the time between two frames of a screen. */
    Value share(String detail, int hertz) {
        Origin origin = new Origin(Statistic.COST_SHARE, detail + " hertz=" + hertz, List.copyOf(cells));
        return Value.plain(
                origin,
                median() / (1e9 / hertz) * 100,
                "%",
                percentOfFrame(hertz).format(median()));
    }

    /** Nanoseconds as hundredths of a frame. */
    static Scale percentOfFrame(int hertz) {
        return new Scale("%", 1e9 / hertz / 100, 3);
    }

    double median() {
        return Estimate.medianOf(ns.values());
    }
}
