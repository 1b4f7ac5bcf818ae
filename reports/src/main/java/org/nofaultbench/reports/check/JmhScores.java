// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.TDistribution;

/** Holds {@code jmh.json} against the journal that it is exported from: every sample, and what JMH makes of them. */
final class JmhScores {

    private static final long FILE_BYTES = 64L << 20;
    private static final double CONFIDENCE = 0.999;
    private static final double NOISE = 1e-9;
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");

    private final RawRun run;
    private final Audit audit;

    private JmhScores(RawRun run, Audit audit) {
        this.run = run;
        this.audit = audit;
    }

    /** Nothing where the run has no such file. */
    static void check(RawRun run, Audit audit) throws IOException {
        Path file = run.path().resolve("jmh.json");
        if (Files.exists(file)) {
            new JmhScores(run, audit).check(tree(file));
        }
    }

    /** Nobody has read this file before, and it may be anything. */
    private static JsonNode tree(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES) {
            throw new FileSystemException(file.toString(), null, "larger than " + FILE_BYTES + " bytes");
        }
        try {
            return RawRun.tree(file);
        } catch (JsonProcessingException e) {
            // What nests too deep has no place.
            String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw new FileSystemException(file.toString(), null, "no JSON" + place);
        }
    }

    private void check(JsonNode all) {
        Iterator<RawCell> measured = run.cells().values().stream().filter(cell -> !cell.ofJmh().isEmpty()).iterator();
        for (JsonNode entry : all) {
            if (!measured.hasNext()) {
                audit.that(false, entry.path("benchmark").asText(), "entry", "one", "none");
                return;
            }
            entry(entry, measured.next());
        }
        measured.forEachRemaining(cell -> audit.that(false, cell.id(), "entry", "none", "one"));
    }

    private void entry(JsonNode entry, RawCell cell) {
        String name = entry.path("benchmark").asText();
        audit.that(name.endsWith("." + cell.benchmark() + "." + cell.workload()), cell.id(), "benchmark", name,
                cell.benchmark() + "." + cell.workload());
        JsonNode strategy = entry.path("params").path("strategy");
        audit.that(strategy.isMissingNode() || strategy.asText().equals(cell.strategy()), cell.id(), "strategy",
                strategy.asText(), cell.strategy());
        audit.number(cell.id(), "forks", entry.path("forks").asText(), cell.ofJmh().size());
        metric(entry.path("primaryMetric"), cell, "primary");
        entry.path("secondaryMetrics").properties().forEach(of -> metric(of.getValue(), cell, of.getKey()));
    }

    private void metric(JsonNode node, RawCell cell, String metric) {
        String at = cell.id() + " / " + metric;
        List<Double> pooled = new ArrayList<>();
        int fork = 0;
        for (Map<String, List<Double>> samples : cell.ofJmh()) {
            List<Double> raw = samples.getOrDefault(metric, List.of());
            JsonNode printed = node.path("rawData").path(fork++);
            audit.that(printed.size() == raw.size(), at, "samples of fork " + fork, String.valueOf(printed.size()), raw.size());
            for (int i = 0; i < Math.min(raw.size(), printed.size()); i++) {
                same(at, "sample " + (i + 1) + " of fork " + fork, printed.path(i), raw.get(i));
            }
            pooled.addAll(raw);
        }
        audit.that(node.path("rawData").size() == fork, at, "forks", String.valueOf(node.path("rawData").size()), fork);
        if (!pooled.isEmpty()) {
            scores(node, pooled, at);
        }
    }

    private void scores(JsonNode node, List<Double> pooled, String at) {
        int n = pooled.size();
        double mean = new Sorted(pooled).sum() / n;
        same(at, "score", node.path("score"), mean);
        double squares = 0;
        for (double value : pooled) {
            squares += (value - mean) * (value - mean);
        }
        if (n > 2) {
            double error = TDistribution.of(n - 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2)
                    * Math.sqrt(squares / (n - 1) / n);
            near(at, "scoreError", node.path("scoreError"), error, mean);
            near(at, "scoreConfidence", node.path("scoreConfidence").path(0), mean - error, mean);
            near(at, "scoreConfidence", node.path("scoreConfidence").path(1), mean + error, mean);
        }
        node.path("scorePercentiles").properties().forEach(of -> percentile(at, of.getKey(), of.getValue(), pooled));
    }

    private void percentile(String at, String percent, JsonNode printed, List<Double> pooled) {
        boolean known = PERCENT.matcher(percent).matches();
        audit.that(known, at, "percentile", percent, "0 to 100");
        if (known) {
            same(at, "percentile " + percent, printed, percentile(pooled, Double.parseDouble(percent)));
        }
    }

    /** At p (n + 1) / 100, between neighbours: NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.6.2. */
    private static double percentile(List<Double> pooled, double percent) {
        List<Double> sorted = pooled.stream().sorted().toList();
        double position = percent / 100 * (sorted.size() + 1);
        if (position < 1) {
            return sorted.get(0);
        }
        if (position >= sorted.size()) {
            return sorted.get(sorted.size() - 1);
        }
        double below = sorted.get((int) position - 1);
        return below + (position - Math.floor(position)) * (sorted.get((int) position) - below);
    }

    private void same(String at, String name, JsonNode printed, double expected) {
        near(at, name, printed, expected, expected);
    }

    /** Rounding errors of two ways to compute are relative to the size of what is added, not of what comes out. */
    private void near(String at, String name, JsonNode printed, double expected, double size) {
        boolean right = printed.isNumber() && Math.abs(printed.asDouble() - expected) <= NOISE * Math.max(Math.abs(size), Math.abs(expected));
        audit.that(right || Double.isNaN(expected), at, name, printed.asText(), expected);
    }
}
