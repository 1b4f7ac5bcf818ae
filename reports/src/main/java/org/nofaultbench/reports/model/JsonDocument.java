// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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

    void check(boolean condition, String what, String pointer, Object value) {
        if (!condition) {
            throw broken(what, pointer, Detail.of("value", value));
        }
    }

    private Detail[] place(String pointer, Detail... more) {
        List<Detail> place = new ArrayList<>();
        if (line > 0) {
            place.add(Detail.of("line", line));
        }
        place.add(Detail.of("at", pointer.isEmpty() ? "/" : pointer));
        place.addAll(List.of(more));
        return place.toArray(Detail[]::new);
    }

    /** Refuses what no run holds: endless strings and lists, and numbers that are none. */
    JsonDocument checked() {
        check(tree, new ArrayDeque<>());
        return this;
    }

    /** The path is spelt only for the node that is refused: to spell it for each takes longer than to read them. */
    private void check(JsonNode node, Deque<String> path) {
        refuseIf(
                node.isTextual() && node.textValue().length() > Limits.TEXT_CHARS,
                "text is too long",
                Limits.TEXT_CHARS,
                path);
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw broken("number is not finite", pointer(path));
        }
        refuseIf(node.size() > Limits.ENTRIES, "too many entries", Limits.ENTRIES, path);
        node.properties().forEach(property -> {
            refuseIf(property.getKey().length() > Limits.ID_CHARS, "name is too long", Limits.ID_CHARS, path);
            checkChild(property.getValue(), property.getKey(), path);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkChild(node.get(i), String.valueOf(i), path);
        }
    }

    private void checkChild(JsonNode node, String name, Deque<String> path) {
        path.addLast(name);
        check(node, path);
        path.removeLast();
    }

    private void refuseIf(boolean tooLarge, String what, int limit, Deque<String> path) {
        if (tooLarge) {
            throw broken(what, pointer(path), Detail.of("limit", limit));
        }
    }

    private static String pointer(Deque<String> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (String step : path) {
            pointer = pointer.appendProperty(step);
        }
        return pointer.toString();
    }
}
