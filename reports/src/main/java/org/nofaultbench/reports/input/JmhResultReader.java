// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.JsonDocument;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * Reads a file that JMH wrote with {@code -rf json}, of any project and of any version from 1.10 on. It comes from strangers as a run
 * folder does, and is refused with one line, which names the benchmark, where it is not whole. Only what a comparison needs is looked
 * at; the rest may be as it likes. Figures are made from {@code rawData}, or from {@code rawDataHistogram}, which newer versions
 * write of sampled times in its place; {@code score} is JMH's mean of them and is held against them, because a file in which a digit
 * was lost still is JSON.
 */
final class JmhResultReader {

    private static final Set<String> MODES = Set.of("thrpt", "avgt", "sample", "ss");
    /** The heap's sizes stand without a sign between name and value; -XX:+Name and -XX:-Name are two arguments. */
    private static final Pattern ARGUMENT = Pattern.compile("(-Xm[nsx]|-Xss|[^=]+(?==))=?(.+)", Pattern.DOTALL);
    /** What some harnesses write in JMH's form as the score, memory in place of time. */
    private static final Pattern BYTES = Pattern.compile("([KMG]i?)?B/op");
    /** kotlinx-benchmark's name of a second. */
    private static final Pattern SECONDS = Pattern.compile("(ops/)?sec(/op)?");
    /** What JMH writes for a number that is none. */
    private static final Set<String> NO_NUMBER = Set.of("NaN", "+INF", "-INF", "Infinity", "-Infinity");

    private static final String PRIMARY = "/primaryMetric";
    private static final String MEND = "name a file that JMH wrote with -rf json";
    /** Those that say how a figure came about, in JMH's order; a path to a JVM is none. */
    private static final List<String> SETTINGS = List.of(
            "jmhVersion",
            "jdkVersion",
            "vmName",
            "vmVersion",
            RowSettings.JVM_ARGUMENTS,
            "threads",
            RowSettings.FORKS,
            "warmupIterations",
            "warmupTime",
            "warmupBatchSize",
            "measurementIterations",
            "measurementTime",
            "measurementBatchSize");

    /** Scores and data are written in full; what is left is the order in which they were added. */
    private static final double ROUNDING = 1e-9;

    private final JsonDocument document;
    private final JsonNode tree;
    private String benchmark = "";

    /** An iteration, which may be the mean of many timed calls: its figure, NaN where JMH had none, and how many they were. */
    private record Iteration(double figure, double calls) {}

    private JmhResultReader(JsonDocument document) {
        this.document = document;
        this.tree = document.tree();
    }

    /** The metrics of every result, the primary one first, in the order of the file; at least one. */
    static List<List<InputRow>> read(Path path) {
        SourceFile file = new SourceFile(path);
        List<List<InputRow>> results = new ArrayList<>();
        Json.elements(file, file.bytes(Limits.JMH_BYTES), document -> {
            if (results.size() >= Limits.ENTRIES) {
                throw file.refused("too many results", "split the file", Detail.of("limit", Limits.ENTRIES));
            }
            results.add(new JmhResultReader(document).metrics());
        });
        if (results.isEmpty()) {
            throw file.refused("file holds no result", MEND);
        }
        return results;
    }

    private List<InputRow> metrics() {
        if (!tree.isObject()) {
            throw document.refused("value is no JMH result", MEND, "");
        }
        benchmark = text("benchmark");
        String mode = text("mode");
        if (!MODES.contains(mode)) {
            throw refused(
                    "mode is unknown", "/mode", Detail.of("value", mode), Detail.of("known", "thrpt avgt sample ss"));
        }
        SortedMap<String, String> params = params();
        Map<String, String> settings = settings();
        List<InputRow> metrics = new ArrayList<>();
        JsonNode primary = tree.path("primaryMetric");
        MetricUnit unit = unit(primary, PRIMARY);
        metrics.add(JmhInput.row(
                new RowKey(benchmark, mode, params, RowKey.PRIMARY), unit, checked(primary, unit, mode), settings));
        tree.path("secondaryMetrics").properties().forEach(entry -> {
            String name = withoutMark(bounded(entry.getKey(), "/params"));
            String at = "/secondaryMetrics/" + name;
            metrics.add(JmhInput.row(
                    new RowKey(benchmark, mode, params, name),
                    unit(entry.getValue(), at),
                    figures(forks(entry.getValue(), at)),
                    settings));
        });
        return metrics;
    }

    private String text(String name) {
        JsonNode node = tree.path(name);
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw refused(node.isMissingNode() ? "value is missing" : "value is no text", "/" + name);
        }
        return bounded(node.textValue(), "/" + name);
    }

    /** A reader of the message looks for the benchmark, not for its place in the file. */
    private InputException refused(String what, String at, Detail... details) {
        Stream<Detail> named = benchmark.isEmpty() ? Stream.of() : Stream.of(Detail.of("benchmark", benchmark));
        return document.refused(
                what, MEND, at, Stream.concat(named, Stream.of(details)).toArray(Detail[]::new));
    }

    private SortedMap<String, String> params() {
        JsonNode node = tree.path("params");
        if (!node.isMissingNode() && !node.isNull() && !node.isObject() || node.size() > Limits.PROPERTIES) {
            throw refused("parameters are no object, or more than " + Limits.PROPERTIES, "/params");
        }
        SortedMap<String, String> params = new TreeMap<>();
        node.properties()
                .forEach(entry ->
                        params.put(bounded(entry.getKey(), "/params"), bounded(plain(entry.getValue()), "/params")));
        return params;
    }

    private String bounded(String text, String at) {
        if (text.length() > Limits.TEXT_CHARS) {
            throw refused("text is too long", at, Detail.of("limitChars", Limits.TEXT_CHARS));
        }
        return text;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.stream().filter(tree::hasNonNull).forEach(name -> settings.put(name, plain(tree.get(name))));
        if (tree.path(RowSettings.JVM_ARGUMENTS).isArray()) {
            settings.put(RowSettings.JVM_ARGUMENTS, "");
            // One setting each, so that two runs differ in -Xmx and not in a list of ten arguments.
            tree.get(RowSettings.JVM_ARGUMENTS).forEach(node -> {
                String argument = bounded(node.asText(), "/params");
                Matcher parts = ARGUMENT.matcher(argument);
                boolean hasValue = parts.matches();
                settings.put(
                        RowSettings.ARGUMENT + (hasValue ? parts.group(1) : argument),
                        hasValue ? parts.group(2) : "set");
            });
        }
        return Collections.unmodifiableMap(settings);
    }

    private static String plain(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))
                : node.asText();
    }

    /**
     * Before 1.36 the names of profilers' metrics begin with a middle dot, or a plus sign where the writer had no Unicode, and
     * the percentiles of a sampled time with the method and a dot; later ones have neither.
     */
    private String withoutMark(String name) {
        String percentile = benchmark.substring(benchmark.lastIndexOf('.') + 1) + "\u00b7p";
        if (name.startsWith(percentile)) {
            return name.substring(percentile.length() - 1);
        }
        return name.startsWith("\u00b7") || name.startsWith("+") ? name.substring(1) : name;
    }

    private MetricUnit unit(JsonNode metric, String at) {
        JsonNode unit = metric.path("scoreUnit");
        if (!unit.isTextual() || unit.textValue().length() > Limits.ID_CHARS) {
            throw refused("unit is missing", at + "/scoreUnit", Detail.of("value", unit));
        }
        boolean seconds = SECONDS.matcher(unit.textValue()).matches();
        return new MetricUnit(seconds ? unit.textValue().replace("sec", "s") : unit.textValue());
    }

    /** Figures of the primary metric, whose unit is known and whose score is their mean. */
    private List<List<Double>> checked(JsonNode metric, MetricUnit unit, String mode) {
        boolean fits = mode.equals("thrpt") ? unit.isRate() : unit.isTime();
        if (!fits && !BYTES.matcher(unit.symbol()).matches()) {
            throw refused("unit does not fit the mode", PRIMARY + "/scoreUnit", Detail.of("value", unit.symbol()));
        }
        List<List<Iteration>> forks = forks(metric, PRIMARY);
        boolean means = mode.equals("sample") && metric.has("rawData");
        if (!means) {
            checkScore(forks.stream().flatMap(List::stream).toList(), number(metric.path("score"), PRIMARY + "/score"));
        }
        List<List<Double>> figures = figures(forks);
        figures.stream().flatMap(List::stream).filter(figure -> figure < 0).forEach(figure -> {
            throw negative(figure, PRIMARY);
        });
        return figures;
    }

    private InputException negative(double value, String at) {
        return refused("a time or a rate is below 0", at, Detail.of("value", value));
    }

    private void checkScore(List<Iteration> iterations, double score) {
        double calls = iterations.stream().mapToDouble(Iteration::calls).sum();
        double mean = iterations.stream()
                        .mapToDouble(iteration -> iteration.figure() * iteration.calls())
                        .sum()
                / calls;
        boolean known = calls > 0 && !Double.isNaN(mean);
        if (known && !(Math.abs(score - mean) <= ROUNDING * Math.abs(mean))) {
            throw refused("score is not the mean of the raw data", PRIMARY + "/score", Detail.of("value", score));
        }
    }

    private static List<List<Double>> figures(List<List<Iteration>> forks) {
        return forks.stream()
                .map(fork -> fork.stream().map(Iteration::figure).toList())
                .toList();
    }

    /** A result that was cut down to its score is one fork of one iteration: nobody knows of more. */
    private List<List<Iteration>> forks(JsonNode metric, String at) {
        boolean histogram = metric.hasNonNull("rawDataHistogram");
        if (!histogram && !metric.has("rawData")) {
            return List.of(List.of(new Iteration(number(metric.path("score"), at + "/score"), 1)));
        }
        String place = at + (histogram ? "/rawDataHistogram" : "/rawData");
        return list(metric.path(histogram ? "rawDataHistogram" : "rawData"), place, Limits.JMH_FORKS)
                .map(fork -> list(fork, place, Limits.JMH_ITERATIONS)
                        .map(node -> histogram ? mean(node, place) : new Iteration(number(node, place), 1))
                        .toList())
                .toList();
    }

    private Stream<JsonNode> list(JsonNode node, String at, int limit) {
        if (!node.isArray()) {
            throw refused("value is no list", at, Detail.of("value", node.getNodeType()));
        }
        if (node.size() > limit) {
            throw refused("list has more than " + limit + " entries", at, Detail.of("value", node.size()));
        }
        return node.valueStream();
    }

    /** Of a histogram, which is a list of value and count. */
    private Iteration mean(JsonNode iteration, String at) {
        double total = 0;
        double calls = 0;
        for (JsonNode pair : list(iteration, at, Limits.JMH_BUCKETS).toList()) {
            if (list(pair, at, 2).count() != 2
                    || !pair.get(1).isIntegralNumber()
                    || pair.get(1).longValue() < 1) {
                throw refused("value is no pair of time and count", at, Detail.of("value", pair));
            }
            double value = number(pair.get(0), at);
            if (!(value >= 0)) {
                throw negative(value, at);
            }
            total += value * pair.get(1).longValue();
            calls += pair.get(1).longValue();
        }
        return new Iteration(total / calls, calls);
    }

    private double number(JsonNode node, String at) {
        if (node.isTextual() && NO_NUMBER.contains(node.textValue())) {
            return Double.NaN;
        }
        if (!node.isNumber()) {
            throw refused(
                    node.isMissingNode() ? "value is missing" : "value is no number", at, Detail.of("value", node));
        }
        if (Double.isInfinite(node.doubleValue())) {
            throw refused("number is not finite", at, Detail.of("value", node));
        }
        return node.doubleValue();
    }
}
