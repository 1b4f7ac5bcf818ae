// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A table of names and values. What could not be read on the machine is said to be unknown, never left out. */
public final class KeyValueTable {

    private static final String UNKNOWN = "unknown";

    private final List<Table.Row> rows = new ArrayList<>();

    public KeyValueTable add(String name, Object value) {
        rows.add(Table.Row.of(name, value == null ? UNKNOWN : value));
        return this;
    }

    /** Several values as one; unknown where none of them is known. */
    public KeyValueTable addAll(String name, Object... values) {
        Sentence known = known(values);
        return add(name, known.isEmpty() ? null : known);
    }

    /** Those of some values that are known, as one; empty where none is. */
    public static Sentence known(Object... values) {
        return Sentence.list(", ", Stream.of(values).filter(Objects::nonNull).toList());
    }

    public Table table() {
        return new Table("", "fact", List.of("value"), List.copyOf(rows));
    }

    /** A value with its unit or name, null where there is no value. */
    public static Sentence with(Object value, String unit) {
        return value == null ? null : Sentence.join(value, " ", unit);
    }

    public static Sentence named(String name, Object value) {
        return value == null ? null : Sentence.join(name, " ", value);
    }

    public static String switched(String name, Boolean on) {
        return on == null ? null : name + (on ? " on" : " off");
    }

    public static String bytes(Long bytes) {
        if (bytes == null) {
            return null;
        }
        boolean kibibytes = bytes < 1L << 20;
        return Numbers.significant(bytes / (kibibytes ? 1024.0 : 1024.0 * 1024)) + (kibibytes ? " KiB" : " MiB");
    }
}
