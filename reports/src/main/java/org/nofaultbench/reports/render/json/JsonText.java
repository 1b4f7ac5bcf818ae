// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Estimate;

/** Writes figures into trees. */
public final class JsonText {

    private static final MathContext DIGITS = new MathContext(5);

    private JsonText() {}

    /** A name, its value, the next name and so on; see {@link #put}. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode node = Json.object();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(node, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return node;
    }

    /** Null where there is nothing. An optional number and a median with its interval have five digits, other numbers all. */
    public static void put(ObjectNode node, String name, Object value) {
        if (value instanceof Optional<?> optional) {
            put(node, name, optional.orElse(null));
        } else if (value instanceof OptionalDouble number) {
            put(node, name, number.isPresent() ? rounded(number.getAsDouble()) : null);
        } else if (value instanceof Estimate estimate) {
            put(
                    node,
                    name,
                    object(
                            "median", rounded(estimate.median()),
                            "low", estimate.interval().map(ends -> rounded(ends.low())),
                            "high", estimate.interval().map(ends -> rounded(ends.high())),
                            "rounds", estimate.n()));
        } else if (value instanceof Collection<?> all) {
            ArrayNode array = node.putArray(name);
            all.forEach(array::addPOJO);
        } else if (value instanceof ObjectNode object) {
            node.set(name, object);
        } else {
            node.putPOJO(name, value);
        }
    }

    /** Five significant digits; null where it is not finite. */
    public static BigDecimal rounded(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
