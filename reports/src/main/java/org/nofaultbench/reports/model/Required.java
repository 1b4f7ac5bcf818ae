// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * Checks of one document's values, each naming the place that fails it.
 *
 * @param document what is checked
 */
public record Required(JsonDocument document) {

    public void present(Object value, String at) {
        if (value == null) {
            throw document.broken("value is missing", at);
        }
    }

    void id(String value, String at) {
        present(value, at);
        if (value.isEmpty() || value.length() > Limits.ID_CHARS) {
            throw document.broken(
                    "id has no honest length",
                    at,
                    Detail.of("chars", value.length()),
                    Detail.of("limitChars", Limits.ID_CHARS));
        }
    }

    public void that(boolean condition, String what, String at, Object value) {
        if (!condition) {
            throw document.broken(what, at, Detail.of("value", value));
        }
    }
}
