// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must be the same for two figures to be of one row.
 *
 * @param benchmark a cell's id, or JMH's class and method
 * @param mode JMH's, empty for a cell
 * @param params by name; empty for a cell, whose id has them
 * @param metric {@code primary} or the name of another
 */
public record RowKey(String benchmark, String mode, SortedMap<String, String> params, String metric) {

    /** Name of JMH's own score. */
    static final String PRIMARY = "primary";

    public RowKey {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    public static RowKey ofCell(String id) {
        return new RowKey(id, "", new TreeMap<>(), PRIMARY);
    }

    /** The same row where it has to be told from others by one more parameter. */
    RowKey with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(params);
        more.put(name, value);
        return new RowKey(benchmark, mode, more, metric);
    }

    /** {@code org.example.Codec.encode [avgt] size=16, kind=a, gc.count}, and of a cell its id. */
    public String label() {
        String named = params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
        return benchmark
                + (mode.isEmpty() ? "" : " [" + mode + "]")
                + (named.isEmpty() ? "" : " " + named)
                + (metric.equals(PRIMARY) ? "" : ", " + metric);
    }
}
