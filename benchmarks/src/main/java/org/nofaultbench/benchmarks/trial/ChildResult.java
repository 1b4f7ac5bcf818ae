// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.util.Locale;
import org.nofaultbench.reports.model.Observed;

/**
 * What a child tells its parent, in one line: {@code yes}, {@code no - DETAIL}, {@code skip - REASON}.
 *
 * @param detail one line, possibly empty
 */
public record ChildResult(Observed observed, String detail) {

    private static final String SKIP = "skip";
    private static final String SEPARATOR = " - ";

    String line() {
        String word = observed == Observed.SKIPPED ? SKIP : observed.name().toLowerCase(Locale.ROOT);
        return detail.isEmpty() ? word : word + SEPARATOR + detail.replaceAll("\\s+", " ");
    }

    /** Reads the line back; anything else is an error of the case. */
    static ChildResult parse(String line) {
        String[] parts = line.split(SEPARATOR, 2);
        String detail = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "yes" -> new ChildResult(Observed.YES, detail);
            case "no" -> new ChildResult(Observed.NO, detail);
            case SKIP -> new ChildResult(Observed.SKIPPED, detail);
            default -> new ChildResult(Observed.ERROR, line.isEmpty() ? "the child said nothing" : line);
        };
    }
}
