// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** Writes figures into trees. */
public final class JsonText {

    private static final MathContext DIGITS = new MathContext(5);

    private JsonText() {}

    /** Five significant digits; null where there is no number. */
    public static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            node.putNull(name);
        } else {
            node.put(name, rounded(value.getAsDouble()));
        }
    }

    public static BigDecimal rounded(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** A median with its interval; an interval that is not known is null at both ends. */
    public static void estimate(ObjectNode node, String name, Estimate estimate) {
        ObjectNode figure = node.putObject(name);
        number(figure, "median", OptionalDouble.of(estimate.median()));
        number(
                figure,
                "low",
                estimate.interval().map(Interval::low).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        number(
                figure,
                "high",
                estimate.interval().map(Interval::high).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        figure.put("rounds", estimate.n());
    }
}
