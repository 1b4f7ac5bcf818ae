// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run folder as it lies on the disk, without a model of it. What is read here has been bounded and checked by the reader of
 * the reports before.
 *
 * @param path the folder
 * @param cells in the manifest's order, by id
 * @param journal every line, also of forks that failed
 */
record RawRun(Path path, JsonNode manifest, Map<String, RawCell> cells, List<JsonNode> journal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RawRun read(Path path) throws IOException {
        JsonNode manifest = JSON.readTree(Files.readAllBytes(path.resolve("manifest.json")));
        List<JsonNode> journal = journal(path.resolve("rounds.jsonl"));
        Set<String> standIns = new HashSet<>();
        manifest.path("strategies").forEach(strategy -> {
            if (strategy.path("standIn").asBoolean()) {
                standIns.add(strategy.path("id").asText());
            }
        });
        Map<String, RawCell> cells = new LinkedHashMap<>();
        manifest.path("cells").forEach(cell ->
                cells.put(cell.path("id").asText(), cell(cell, journal, standIns)));
        manifest.path("cells").forEach(cell -> {
            if (!cell.path("skipReason").isTextual()) {
                cells.computeIfPresent(cell.path("id").asText(), (id, raw) -> raw.borrowing(besideOthers(id, cells, journal)));
            }
        });
        return new RawRun(path, manifest, cells, journal);
    }

    /** By round, the median of what a cell without forks of its own took in those of the cells that are compared with it. */
    private static Map<Integer, Double> besideOthers(String id, Map<String, RawCell> cells, List<JsonNode> journal) {
        if (journal.stream().anyMatch(line -> line.path("cell").asText().equals(id))) {
            return Map.of();
        }
        Map<Integer, List<Double>> all = new TreeMap<>();
        cells.values().stream()
                .filter(cell -> id.equals(cell.baseline()))
                .forEach(cell -> cell.beside().forEach((round, ns) -> all.computeIfAbsent(round, first -> new ArrayList<>()).add(ns)));
        Map<Integer, Double> medians = new TreeMap<>();
        all.forEach((round, ns) -> medians.put(round, new Sorted(ns).median()));
        return medians;
    }

    /** After how many rounds the comparisons were judged. */
    List<RawLook> looks() {
        return RawLook.of(manifest, cells.values().stream()
                .filter(cell -> cell.baseline() != null && !cell.figures().isEmpty())
                .mapToInt(cell -> Collections.max(cell.figures().keySet()))
                .max().orElse(0));
    }

    static JsonNode tree(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }

    /** Only a whole line counts: the last one of a killed run may be cut. */
    private static List<JsonNode> journal(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<JsonNode> lines = new ArrayList<>();
        for (int from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
            lines.add(JSON.readTree(text.substring(from, to)));
        }
        return lines;
    }

    private static RawCell cell(JsonNode cell, List<JsonNode> journal, Set<String> standIns) {
        String id = cell.path("id").asText();
        Map<Integer, Map<String, List<Double>>> forks = new TreeMap<>();
        Map<Integer, Double> excesses = new HashMap<>();
        for (JsonNode line : journal) {
            int round = line.path("round").asInt();
            if (line.path("cell").asText().equals(id) && !line.hasNonNull("error")
                    && excess(line) <= excesses.getOrDefault(round, Double.POSITIVE_INFINITY)) {
                excesses.put(round, excess(line));
                forks.put(round, samples(line.path("samples")));
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        cell.path("parameters").properties().forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        String strategy = text(cell, "strategy");
        return new RawCell(id, cell.path("benchmark").asText(), cell.path("workload").asText(), strategy, parameters,
                cell.path("metric").asText(), cell.path("unit").asText(), cell.path("bytesPerAccess").asDouble(),
                text(cell, "baseline"), standIns.contains(strategy), forks, Map.of());
    }

    /** How far a fork went beyond its limits of noise, at worst; of several attempts in a round the last of the least counts. */
    static double excess(JsonNode line) {
        double worst = 0;
        for (JsonNode limit : line.path("disturbances")) {
            worst = Math.max(worst, factor(limit));
        }
        return worst;
    }

    /** How far beyond one limit, upwards or downwards. */
    static double factor(JsonNode limit) {
        double seen = limit.path("seen").asDouble();
        double most = limit.path("limit").asDouble();
        double factor = most > 0 && seen > 0 ? seen / most : 1 + Math.abs(seen - most);
        return Math.max(factor, 1 / factor);
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).isTextual() ? of.path(name).asText() : null;
    }

    private static Map<String, List<Double>> samples(JsonNode samples) {
        Map<String, List<Double>> all = new HashMap<>();
        samples.properties().forEach(entry -> {
            List<Double> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asDouble()));
            all.put(entry.getKey(), values);
        });
        return all;
    }

    /** The cell that a cell is compared with. */
    Optional<RawCell> baseline(RawCell cell) {
        return Optional.ofNullable(cell.baseline()).map(cells::get);
    }
}
