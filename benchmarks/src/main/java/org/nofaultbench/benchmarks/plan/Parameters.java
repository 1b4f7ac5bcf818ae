// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a cell's parameters, by name and in the order of its id; the strategy is none of them.
 *
 * @param values as JMH is told them, such as {@code size=1080p}
 */
public record Parameters(Map<String, String> values) {

    private static final String SIZE = "size";

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Parameters none() {
        return new Parameters(Map.of());
    }

    public static Parameters of(BufferSize size) {
        return none().with(SIZE, size.id());
    }

    public Parameters with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Parameters(more);
    }

    /** One for each value of another parameter, in that order. */
    Parameters[] each(String name, String... options) {
        return Arrays.stream(options).map(option -> with(name, option)).toArray(Parameters[]::new);
    }

    /** Empty where there is no such parameter. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Of a parameter that every such cell has. */
    String required(String name) {
        return value(name).orElseThrow();
    }

    /** Of the buffer; empty where the question has none. */
    public Optional<BufferSize> size() {
        return value(SIZE).map(BufferSize::ofId);
    }

    /** What a cell's id ends in, such as {@code /1080p}. */
    String path() {
        return values.isEmpty() ? "" : "/" + String.join("/", values.values());
    }
}
