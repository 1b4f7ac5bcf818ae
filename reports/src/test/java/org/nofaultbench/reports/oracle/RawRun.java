// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** A run folder as another program would read it: JSON trees and the rules of results/README, none of the suite's code. */
final class RawRun {

    static final JsonMapper MAPPER = new JsonMapper();

    /** Metric of a fork that held its cell and the baseline: what the baseline took. */
    static final String BESIDE = "baselineNs";

    final JsonNode manifest;
    final JsonNode environment;
    final List<JsonNode> forks = new ArrayList<>();
    final Map<String, JsonNode> cells = new LinkedHashMap<>();
    final Map<String, Histogram> latencies = new LinkedHashMap<>();
    private final Path folder;
    private final Map<String, NavigableMap<Integer, JsonNode>> counting = new LinkedHashMap<>();

    RawRun(Path folder) {
        this.folder = folder;
        try {
            manifest = MAPPER.readTree(folder.resolve("manifest.json").toFile());
            environment = MAPPER.readTree(folder.resolve("environment.json").toFile());
            for (String line : Files.readAllLines(folder.resolve("rounds.jsonl"))) {
                forks.add(MAPPER.readTree(line));
            }
            if (Files.exists(folder.resolve("latency.hlog"))) {
                readLatencies(folder.resolve("latency.hlog"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        manifest.get("cells").forEach(cell -> cells.put(cell.get("id").textValue(), cell));
        forks.forEach(fork -> counting.computeIfAbsent(fork.get("cell").textValue(), cell -> new TreeMap<>())
                .merge(fork.get("round").intValue(), fork, RawRun::better));
    }

    private void readLatencies(Path log) throws IOException {
        HistogramLogReader reader = new HistogramLogReader(log.toString());
        while (reader.hasNext()) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            if (next instanceof Histogram histogram && histogram.getTag() != null) {
                latencies.merge(histogram.getTag(), histogram, (all, one) -> {
                    all.add(one);
                    return all;
                });
            }
        }
    }

    /** A fork without an error goes first, then the less disturbed one, then the later. */
    private static JsonNode better(JsonNode earlier, JsonNode later) {
        boolean failed = !earlier.get("error").isNull();
        if (failed != !later.get("error").isNull()) {
            return failed ? later : earlier;
        }
        return excess(later) <= excess(earlier) ? later : earlier;
    }

    static double excess(JsonNode fork) {
        double excess = 0;
        for (JsonNode disturbance : fork.path("disturbances")) {
            double seen = disturbance.get("seen").doubleValue();
            double limit = disturbance.get("limit").doubleValue();
            double factor = limit > 0 && seen > 0 ? seen / limit : 1 + Math.abs(seen - limit);
            excess = Math.max(excess, Math.max(factor, 1 / factor));
        }
        return excess;
    }

    /** The forks that count: one a cell and round. */
    List<JsonNode> counting() {
        return counting.values().stream()
                .flatMap(rounds -> rounds.values().stream())
                .toList();
    }

    /** Round to the median of the iterations of the cell's own metric. */
    NavigableMap<Integer, Double> figures(String cell) {
        if (cells.get(cell).get("unit").textValue().startsWith("emulated-")) {
            return new TreeMap<>();
        }
        NavigableMap<Integer, Double> own = metric(cell, ownMetric(cell));
        NavigableMap<Integer, Double> alone = new TreeMap<>(own);
        alone.keySet().removeAll(metric(cell, BESIDE).keySet());
        return own.isEmpty() ? measuredBeside(cell) : alone.isEmpty() ? own : alone;
    }

    private String ownMetric(String cell) {
        return cells.get(cell).get("metric").textValue();
    }

    /** A baseline without forks of its own has been measured in those of others. */
    private NavigableMap<Integer, Double> measuredBeside(String cell) {
        Map<Integer, List<Double>> beside = new TreeMap<>();
        cells.forEach((id, other) -> {
            if (cell.equals(other.path("baseline").textValue())) {
                metric(id, BESIDE)
                        .forEach((round, ns) -> beside.computeIfAbsent(round, first -> new ArrayList<>())
                                .add(ns));
            }
        });
        NavigableMap<Integer, Double> figures = new TreeMap<>();
        beside.forEach((round, ns) -> figures.put(round, median(ns)));
        return figures;
    }

    /** Round to what a fork's iterations of a metric come to: counts added up, the worst the greatest, otherwise the median. */
    NavigableMap<Integer, Double> metric(String cell, String name) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        counting.getOrDefault(cell, new TreeMap<>()).forEach((round, fork) -> {
            JsonNode samples = fork.path("samples").path(name);
            if (fork.get("error").isNull() && samples.size() > 0) {
                List<Double> all = new ArrayList<>();
                samples.forEach(sample -> all.add(sample.doubleValue()));
                values.put(
                        round,
                        name.endsWith("Count")
                                ? all.stream().mapToDouble(x -> x).sum()
                                : name.startsWith("worst")
                                        ? all.stream().mapToDouble(x -> x).max().orElseThrow()
                                        : median(all));
            }
        });
        return values;
    }

    /** The figures of a cell and of its other side: of the same forks where these held both. */
    List<NavigableMap<Integer, Double>> sides(String candidate, String baseline) {
        NavigableMap<Integer, Double> beside = metric(candidate, BESIDE);
        boolean together = !beside.isEmpty()
                && baseline.equals(cells.get(candidate).path("baseline").textValue());
        NavigableMap<Integer, Double> own = new TreeMap<>(metric(candidate, ownMetric(candidate)));
        own.keySet().retainAll(beside.keySet());
        return together ? List.of(own, beside) : List.of(figures(candidate), figures(baseline));
    }

    /** A number of a file, such as {@code manifest.json/plannedRounds}; of a list its size. */
    double recorded(String fileAndPointer) {
        int slash = fileAndPointer.indexOf('/');
        JsonNode file = fileAndPointer.startsWith("manifest.json/") ? manifest : environment;
        JsonNode found = file.at(fileAndPointer.substring(slash));
        return found.isArray() ? found.size() : found.doubleValue();
    }

    static double median(List<Double> values) {
        return new Median().evaluate(values.stream().mapToDouble(x -> x).toArray());
    }

    /** Instructions of a lost page, from the table beside the run: kernels across, strategies down. */
    double lab(String strategy, String kernel, String architecture) throws UncheckedIOException {
        try {
            String text = Files.readString(folder.resolveSibling("lab")
                    .resolve(architecture.equals("x86_64") ? "evidence.txt" : "evidence-" + architecture + ".txt"));
            String[] table = text.split("Instructions of a lost page\\R")[1].split("\\R");
            List<String> kernels = List.of(table[0].trim().split("\\s+"));
            for (String line : table) {
                if (line.startsWith(strategy + " ")) {
                    return Double.parseDouble(line.split("\\s+")[kernels.indexOf(kernel) + 1]);
                }
            }
            throw new IllegalArgumentException("not counted in the lab: " + strategy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
