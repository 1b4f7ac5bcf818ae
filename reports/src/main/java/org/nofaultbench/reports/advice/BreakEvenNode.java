// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.nofaultbench.reports.render.json.JsonText;

/** Where strategies change places, as JSON. */
final class BreakEvenNode {

    private BreakEvenNode() {}

    static ObjectNode of(BreakEvens over) {
        ObjectNode node = JsonText.object();
        node.put("title", over.title());
        node.put("axis", switch (over.axis()) {
            case DAMAGE -> "damageBytes";
            case SIZE -> "bufferBytes";
            case READS -> "readsPerAttach";
        });
        node.put("size", over.size().isEmpty() ? null : over.size());
        ArrayNode pairs = node.putArray("pairs");
        over.pairs().forEach(pair -> pairs.add(pair(pair)));
        return node;
    }

    private static ObjectNode pair(BreakEven pair) {
        ObjectNode node = JsonText.object();
        node.put("first", pair.first().id());
        node.put("second", pair.second().id());
        ArrayNode crossings = node.putArray("crossings");
        pair.crossings().forEach(x -> crossings.add(JsonText.rounded(x)));
        ArrayNode zones = node.putArray("zones");
        for (Zone zone : pair.zones()) {
            ObjectNode each = zones.addObject();
            JsonText.number(each, "from", OptionalDouble.of(zone.from()));
            JsonText.number(each, "to", OptionalDouble.of(zone.to()));
            each.put("winner", switch (zone.winner()) {
                case FIRST -> "first";
                case SECOND -> "second";
                case SAME -> "same";
                case UNDECIDED -> "undecided";
                case TOO_FEW -> "too-few";
            });
        }
        return node;
    }
}
