// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One JSON document and where it stands, so that an error can name the place.
 *
 * @param file the file it is in
 * @param line line of a journal, 0 where the document is the whole file
 * @param tree its content
 */
public record JsonDocument(SourceFile file, int line, JsonNode tree) {

    InputException broken(String what, String pointer, Detail... more) {
        return file.broken(what, place(pointer, more));
    }

    public InputException refused(String what, String advice, String pointer, Detail... more) {
        return file.refused(what, advice, place(pointer, more));
    }

    private Detail[] place(String pointer, Detail... more) {
        int fixed = line > 0 ? 2 : 1;
        Detail[] all = new Detail[fixed + more.length];
        if (line > 0) {
            all[0] = Detail.of("line", line);
        }
        all[fixed - 1] = Detail.of("at", pointer.isEmpty() ? "/" : pointer);
        System.arraycopy(more, 0, all, fixed, more.length);
        return all;
    }

    /** Refuses what no honest run holds: endless strings and lists, and numbers that are none. */
    JsonDocument checked() {
        check(tree, Step.ROOT);
        return this;
    }

    private void check(JsonNode node, Step at) {
        if (node.isTextual() && node.textValue().length() > Limits.TEXT_CHARS) {
            throw broken("text is too long", at.pointer().toString(), Detail.of("limitChars", Limits.TEXT_CHARS));
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw broken("number is not finite", at.pointer().toString());
        }
        if (node.size() > Limits.ENTRIES) {
            throw broken("too many entries", at.pointer().toString(), Detail.of("limit", Limits.ENTRIES));
        }
        node.properties().forEach(entry -> check(entry.getValue(), at.property(bounded(entry.getKey(), at))));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), at.entry(i));
        }
    }

    private String bounded(String name, Step at) {
        if (name.length() > Limits.ID_CHARS) {
            throw broken("name is too long", at.pointer().toString(), Detail.of("limitChars", Limits.ID_CHARS));
        }
        return name;
    }

    /**
     * The way to a node, spelt only for the one that is refused: to spell it for each takes longer than to read them.
     *
     * @param parent null at the root
     * @param name of a property; null at the root and for an entry of a list
     * @param index of an entry of a list
     */
    private record Step(Step parent, String name, int index) {

        static final Step ROOT = new Step(null, null, 0);

        Step property(String property) {
            return new Step(this, property, 0);
        }

        Step entry(int number) {
            return new Step(this, null, number);
        }

        JsonPointer pointer() {
            return parent == null
                    ? JsonPointer.empty()
                    : name == null
                            ? parent.pointer().appendIndex(index)
                            : parent.pointer().appendProperty(name);
        }
    }
}
