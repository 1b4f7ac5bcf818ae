// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One JSON document and where it stands, so that an error can name the place.
 *
 * @param file the file it is in
 * @param line line of a journal, 0 where the document is the whole file
 * @param tree its content
 */
record JsonDocument(SourceFile file, int line, JsonNode tree) {

    InputException broken(String what, String pointer, Detail... more) {
        return file.broken(what, place(pointer, more));
    }

    InputException refused(String what, String advice, String pointer, Detail... more) {
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
        check(tree, JsonPointer.empty());
        return this;
    }

    private void check(JsonNode node, JsonPointer at) {
        if (node.isTextual() && node.textValue().length() > Limits.TEXT_CHARS) {
            throw broken("text is too long", at.toString(), Detail.of("limitChars", Limits.TEXT_CHARS));
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw broken("number is not finite", at.toString());
        }
        if (node.size() > Limits.ENTRIES) {
            throw broken("too many entries", at.toString(), Detail.of("limit", Limits.ENTRIES));
        }
        node.properties().forEach(entry -> check(entry.getValue(), at.appendProperty(bounded(entry.getKey(), at))));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), at.appendIndex(i));
        }
    }

    private String bounded(String name, JsonPointer at) {
        if (name.length() > Limits.ID_CHARS) {
            throw broken("name is too long", at.toString(), Detail.of("limitChars", Limits.ID_CHARS));
        }
        return name;
    }
}
