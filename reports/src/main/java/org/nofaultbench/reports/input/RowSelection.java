// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rows are compared.
 *
 * @param only rows whose label contains a match; empty for all
 * @param secondary secondary metrics of JMH whose name contains a match, beside the primary one; empty for none
 */
public record RowSelection(Optional<Pattern> only, Optional<Pattern> secondary) {

    /** Every row of JMH's own score. */
    public static final RowSelection PRIMARY = new RowSelection(Optional.empty(), Optional.empty());

    public boolean takes(RowKey key) {
        return only.isEmpty() || only.get().matcher(key.label()).find();
    }

    public boolean takesMetric(String name) {
        return name.equals(RowKey.PRIMARY)
                || secondary.isPresent() && secondary.get().matcher(name).find();
    }
}
