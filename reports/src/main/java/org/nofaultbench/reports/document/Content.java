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
 * @param blocks in order
 */
public record Content(String id, String title, String explanation, List<Block> blocks) {

    public Content {
        blocks = List.copyOf(blocks);
    }

    /** A section; none where it has nothing to show. */
    public static List<Content> unlessEmpty(String id, String title, String explanation, List<Block> blocks) {
        return blocks.isEmpty() ? List.of() : List.of(new Content(id, title, explanation, blocks));
    }

    /** Those of the blocks that are of one kind, such as tables. */
    public <T extends Block> Stream<T> all(Class<T> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast);
    }
}
