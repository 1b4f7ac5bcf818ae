// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units as they are printed, and how many of the raw figures' own make one. */
final class Unit {

    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns", 1.0, "us", 1e3, "\u00b5s", 1e3, "ms", 1e6, "GB/s", 1.0, "%", 1.0, "\u00d7", 1.0);
    private static final Pattern NAMED = Pattern.compile("(?:^|, | \\[|time of one in )(ns|us|\u00b5s|ms|GB/s)\\b");

    private Unit() {}

    /** Of a symbol beside a figure; what is no time is printed in its own unit. */
    static double of(String symbol) {
        return NANOSECONDS.getOrDefault(symbol, 1.0);
    }

    /** The unit that a heading or a caption names. */
    static Optional<Double> named(String heading) {
        Matcher matcher = NAMED.matcher(heading);
        return matcher.find() ? Optional.of(of(matcher.group(1))) : Optional.empty();
    }
}
