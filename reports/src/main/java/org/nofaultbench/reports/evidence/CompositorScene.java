// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.SourceFile;

/**
 * What weston, patched to use the flag, did under attack in the kernel lab: {@code lab/weston.json} beside the
 * run folder, which {@code make -C native/kernel weston} writes. The lab's own runs lie in {@code lab/runs}.
 */
final class CompositorScene {

    private static final long MOST_BYTES = 1 << 20;

    private CompositorScene() {}

    /** Empty where the lab has not played it. */
    static Optional<Content> of(PatchEvidence evidence) {
        return evidence.labs()
                .map(lab -> lab.resolve("weston.json"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(CompositorScene::content);
    }

    private static Content content(Path path) {
        SourceFile file = new SourceFile(path);
        JsonNode scene = Json.parse(file, 0, file.bytes(MOST_BYTES)).tree();
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (JsonNode record : scene.path("records")) {
            if (record.path("unit").asText().equals("instructions")) {
                cells.computeIfAbsent(record.path("attack").asText(), attack -> new LinkedHashMap<>())
                        .put(record.path("protection").asText(), cell(record));
            }
        }
        Table.Builder<Map.Entry<String, Map<String, String>>> table =
                Table.of("", "attack", cells.entrySet(), Map.Entry::getKey);
        for (String protection : List.of("guard", "none", "nosigbus")) {
            table.column(protection, attack -> attack.getValue().get(protection));
        }
        return new Content(
                "compositor",
                "A compositor that uses it: weston " + scene.path("weston").asText() + " under attack",
                "Instructions of the compositor for each frame of the attacking client beyond those for the good client, counted by"
                        + " the clock of an emulated CPU; '-' where nothing was left over. guard: Debian's libwayland, unpatched kernel."
                        + " none: its SIGBUS handler switched off. nosigbus: libwayland and weston with their patches, patched kernel."
                        + " `make -C native/kernel weston`.",
                List.of(table.table()));
    }

    /** What came of it; the cost only of what survived. */
    private static String cell(JsonNode record) {
        String outcome = record.path("outcome").asText();
        JsonNode cost = record.path("perHostileFrame");
        return !outcome.equals("survived") ? outcome : cost.isNumber() ? Numbers.significant(cost.doubleValue()) : "-";
    }
}
