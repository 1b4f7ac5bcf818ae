// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.report.LabEvidence;
import org.nofaultbench.reports.report.LabEvidence.LabMatrix;

/**
 * What the kernel lab found: files in {@code lab} beside the run folder or, of the lab's own runs, which lie in
 * {@code lab/runs}, above it.
 */
final class LabSections {

    private static final String SERIES = "next";
    private static final long MOST_BYTES = 1 << 20;
    private static final List<String> NAMED =
            List.of("nofault-private", "guard-libwayland", "guard-pool", "guard-huge-tail");

    private LabSections() {}

    /**
     * One kernel on one architecture.
     *
     * @param lab of the architecture
     * @param kernel a column of it
     */
    private record Place(LabEvidence lab, String kernel) {

        String title() {
            return lab.architecture() + " " + kernel;
        }

        LabMatrix matrix() {
            return lab.matrices().getOrDefault(kernel, new LabMatrix(Map.of()));
        }
    }

    /** Two architectures side by side, from {@code evidence*.txt}; empty where the lab has run on fewer than two. */
    static Optional<Content> architectures(PatchEvidence evidence) {
        return evidence.labs()
                .map(LabEvidence::allIn)
                .filter(labs -> labs.size() == 2)
                .findFirst()
                .map(labs -> architectures(labs.get(0), labs.get(1)));
    }

    private static Content architectures(LabEvidence first, LabEvidence second) {
        List<Place> places = Stream.of(first, second)
                .flatMap(lab -> lab.matrices().keySet().stream().map(kernel -> new Place(lab, kernel)))
                .toList();
        Table.Builder<Place> lostPages =
                Table.of("Instructions of a lost page, user space and kernel together", "kernel", places, Place::title);
        NAMED.forEach(strategy ->
                lostPages.column(strategy, place -> place.lab().lostPage(strategy, place.kernel())));
        List<Block> blocks = new ArrayList<>(List.of(
                lostPages.table(),
                Table.of("Experiments of all strategies", "kernel", places, Place::title)
                        .column("yes", place -> place.matrix().count("y"))
                        .column("no", place -> place.matrix().count("n"))
                        .column("skipped", place -> place.matrix().count("-"))
                        .column("not as declared", place -> place.matrix().count("!"))
                        .table()));
        Place series = new Place(first, SERIES);
        second.matrices()
                .keySet()
                .forEach(kernel -> blocks.add(differences(
                        first.matrices().containsKey(kernel) ? new Place(first, kernel) : series,
                        new Place(second, kernel))));
        blocks.add(matrix(series));
        blocks.add(matrix(new Place(second, SERIES)));
        blocks.add(new Prose(
                "y yes, n no, - skipped, ! not as declared. The properties, in this order, in groups of five: "
                        + String.join(", ", series.matrix().properties())
                        + ". benchmarks/README.md (verify) says where each is described."));
        return new Content(
                "architectures",
                "Two architectures: " + first.architecture() + " and " + second.architecture(),
                "Counted and tried on emulated CPUs in the kernel lab (`make -C native/kernel lab ARCH=...`). A lost page has the"
                        + " size of the kernel's pages: 16 and 64 KiB in next-16k and next-64k, 4 KiB elsewhere. No time on "
                        + second.architecture() + " hardware was measured.",
                blocks);
    }

    /** One line: where two kernels come out otherwise. */
    private static Prose differences(Place a, Place b) {
        LabMatrix before = a.matrix();
        LabMatrix after = b.matrix();
        List<String> properties = union(before.properties(), after.properties());
        String differences = union(before.marks().keySet(), after.marks().keySet()).stream()
                .flatMap(strategy -> properties.stream()
                        .filter(property -> !before.at(strategy, property).equals(after.at(strategy, property)))
                        .map(property -> strategy + " " + property + " " + before.at(strategy, property) + " -> "
                                + after.at(strategy, property)))
                .collect(Collectors.joining("; "));
        return new Prose(a.title() + " -> " + b.title() + ": "
                + (differences.isEmpty() ? "every experiment comes out alike." : differences + "."));
    }

    private static List<String> union(Set<String> a, Set<String> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    /** A mark a property, in groups of five. */
    private static Table matrix(Place place) {
        LabMatrix matrix = place.matrix();
        return Table.of(
                        "What each strategy survives, " + place.title(),
                        "strategy",
                        matrix.marks().keySet(),
                        strategy -> strategy)
                .column(
                        "properties",
                        strategy -> matrix.properties().stream()
                                .map(property -> matrix.at(strategy, property))
                                .collect(Collectors.joining())
                                .replaceAll(".{5}(?=.)", "$0 "))
                .table();
    }

    /**
     * What weston, patched to use the flag, did under attack: {@code weston.json}, which {@code make -C native/kernel weston}
     * writes; empty where the lab has not played it.
     */
    static Optional<Content> compositor(PatchEvidence evidence) {
        return evidence.labs()
                .map(lab -> lab.resolve("weston.json"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(LabSections::compositor);
    }

    private static Content compositor(Path path) {
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
