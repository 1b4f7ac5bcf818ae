// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What constructors of the format's records check of their components, each named by its JSON pointer in the record. */
public final class Checks {

    private Checks() {}

    public static <T> T present(T value, String pointer) {
        if (value == null) {
            throw new InvalidValue("value is missing", pointer);
        }
        return value;
    }

    static void id(String value, String pointer) {
        present(value, pointer);
        if (value.isEmpty() || value.length() > Limits.ID_CHARS) {
            throw new InvalidValue(
                    "id is empty or longer than " + Limits.ID_CHARS + " characters",
                    pointer,
                    Detail.of("chars", value.length()));
        }
    }

    /** A word of a command line or a list that becomes part of a run; may be empty. */
    public static void word(String value, String name) {
        if (value.length() > Limits.ID_CHARS) {
            throw new InputException(
                    name + " is longer than " + Limits.ID_CHARS + " characters",
                    "shorten it",
                    Detail.of("chars", value.length()));
        }
    }

    public static void that(boolean condition, String what, String pointer, Object value) {
        if (!condition) {
            throw new InvalidValue(what, pointer, Detail.of("value", value));
        }
    }

    static void range(boolean inRange, String pointer, Object value) {
        that(inRange, "number is out of range", pointer, value);
    }

    /** A list, and no null in it. */
    public static <T> void elements(List<T> values, String pointer) {
        elements(values, pointer, Checks::present);
    }

    static <T> void elements(List<T> values, String pointer, BiConsumer<T, String> check) {
        present(values, pointer);
        for (int i = 0; i < values.size(); i++) {
            check.accept(values.get(i), pointer + "/" + i);
        }
    }

    static <T> void entries(Map<String, T> values, String pointer, BiConsumer<T, String> check) {
        present(values, pointer);
        values.forEach((name, value) -> check.accept(value, pointer + "/" + name));
    }

    /** A component that no whole run has; {@link Json#bind} adds file and line. */
    static final class InvalidValue extends IllegalArgumentException {

        private final String what;
        private final String pointer;
        private final transient Detail[] details;

        InvalidValue(String what, String pointer, Detail... details) {
            super(what + ": at=" + pointer);
            this.what = what;
            this.pointer = pointer;
            this.details = details;
        }

        InputException in(JsonDocument document, String parent) {
            return document.broken(what, parent + pointer, details);
        }
    }
}
