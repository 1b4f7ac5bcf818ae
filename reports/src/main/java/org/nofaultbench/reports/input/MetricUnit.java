// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The unit of a row's figures and which direction of it is better: more of operations per time, less of everything else.
 *
 * @param symbol as the file has it, such as {@code ops/us}, {@code ns/op} or {@code MB/sec}
 */
public record MetricUnit(String symbol) {

    /** JMH's units of time, in ns. */
    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3600e9, "day", 86400e9);

    private static final List<String> READABLE = List.of("ns", "us", "ms", "s");
    private static final Pattern RATE = Pattern.compile("ops/(ns|us|ms|s|min|hr|day)");
    private static final Pattern TIME = Pattern.compile("(ns|us|ms|s|min|hr|day)/op");

    /** Whether more of it is better. */
    public boolean isRate() {
        return RATE.matcher(symbol).matches();
    }

    boolean isTime() {
        return TIME.matcher(symbol).matches();
    }

    /** What a figure costs in ns per operation, if it is a time or a rate, so that all of one row over time have one unit. */
    public OptionalDouble nanosecondsPerOperation(double figure) {
        MetricUnit unit = new MetricUnit(isRate() ? "ops/ns" : "ns/op");
        OptionalDouble factor = factorTo(unit);
        return factor.isPresent() ? OptionalDouble.of(unit.cost(figure * factor.getAsDouble())) : factor;
    }

    /** What a figure costs: of a rate its inverse, so that more of a cost always is worse. */
    public double cost(double figure) {
        return isRate() ? 1 / figure : figure;
    }

    /** What a figure in this unit is to be multiplied by to be in the other; nothing where the two measure other things. */
    public OptionalDouble factorTo(MetricUnit other) {
        if (symbol.equals(other.symbol)) {
            return OptionalDouble.of(1);
        }
        if (isRate() && other.isRate()) {
            return OptionalDouble.of(other.nanoseconds() / nanoseconds());
        }
        return isTime() && other.isTime()
                ? OptionalDouble.of(nanoseconds() / other.nanoseconds())
                : OptionalDouble.empty();
    }

    /** The unit in which a figure has few digits before the point and none but zeros after it; this one if it is no time. */
    public MetricUnit readable(double figure) {
        return READABLE.stream()
                .map(time -> new MetricUnit(isRate() ? "ops/" + time : time + "/op"))
                .filter(unit ->
                        factorTo(unit).isPresent() && figure * factorTo(unit).getAsDouble() >= 1)
                .reduce((fine, coarse) -> isRate() ? fine : coarse)
                .orElse(this);
    }

    private double nanoseconds() {
        return NANOSECONDS.get(symbol.replaceAll("ops/|/op", ""));
    }
}
