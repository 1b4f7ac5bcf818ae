// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one section says.
 *
 * @param id stable name, also the anchor on the page
 * @param title heading
 * @param explanation what is shown and how to read it
 * @param audience who gets it
 * @param blocks in order
 */
public record Content(String id, String title, String explanation, Audience audience, List<Block> blocks) {

    /** A mail shows each figure once; a page may show it from two sides. */
    public enum Audience {
        EVERYBODY,
        PAGE_ONLY
    }

    public static Content of(String id, String title, String explanation, List<Block> blocks) {
        return new Content(id, title, explanation, Audience.EVERYBODY, List.copyOf(blocks));
    }

    public static Content notMeasured(String id, String title) {
        return of(id, title, "Not measured in this run.", List.of());
    }

    public Content onPageOnly() {
        return new Content(id, title, explanation, Audience.PAGE_ONLY, blocks);
    }

    /** The charts among the blocks. */
    public Stream<Chart> charts() {
        return blocks.stream().filter(Chart.class::isInstance).map(Chart.class::cast);
    }

    /** The tables among the blocks. */
    public Stream<Table> tables() {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast);
    }
}
