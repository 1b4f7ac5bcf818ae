// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * One {@code name=value} of an error line.
 *
 * @param name what it is
 * @param value from the input, as hostile as the input
 */
public record Detail(String name, String value) {

    public static Detail of(String name, Object value) {
        return new Detail(name, String.valueOf(value));
    }

    @Override
    public String toString() {
        return name + "=" + Printable.brief(value);
    }
}
