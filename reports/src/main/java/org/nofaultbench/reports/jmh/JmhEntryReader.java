// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.JsonDocument;
import org.nofaultbench.reports.model.Limits;

/**
 * Reads one result. Only what a comparison needs is looked at; the rest may be as it likes. Figures are made from {@code rawData}, or
 * from {@code rawDataHistogram}, which newer versions write of sampled times in its place; {@code score} is JMH's mean of them and is
 * held against them, because a file in which a digit was lost still is JSON.
 */
final class JmhEntryReader {

    private static final Set<String> MODES = Set.of("thrpt", "avgt", "sample", "ss");
    /** The heap's sizes stand without a sign between name and value; -XX:+Name and -XX:-Name are two arguments. */
    private static final Pattern ARGUMENT = Pattern.compile("(-Xm[nsx]|-Xss|[^=]+(?==))=?(.+)", Pattern.DOTALL);

    private static final Pattern TIME_UNIT = Pattern.compile("(ops/)?(ns|us|ms|s|min|hr|day)(/op)?");
    /** What some harnesses write in JMH's form as the score, memory in place of time. */
    private static final Pattern BYTES = Pattern.compile("([KMG]i?)?B/op");
    /** kotlinx-benchmark's name of a second. */
    private static final Pattern SECONDS = Pattern.compile("(ops/)?sec(/op)?");
    /** What JMH writes for a number that is none. */
    private static final Set<String> NO_NUMBER = Set.of("NaN", "+INF", "-INF", "Infinity", "-Infinity");

    private static final String MEND = "name a file that JMH wrote with -rf json";
    /** Those that say how a figure came about, in JMH's order; a path to a JVM is none. */
    private static final List<String> SETTINGS = List.of(
            "jmhVersion",
            "jdkVersion",
            "vmName",
            "vmVersion",
            "jvmArgs",
            "threads",
            "forks",
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
    /** Of the raw data of the metric that was read last. */
    private double sum;

    private double weight;
    private boolean gaps;

    JmhEntryReader(JsonDocument document) {
        this.document = document;
        this.tree = document.tree();
    }

    JmhEntry entry() {
        if (!tree.isObject()) {
            throw document.refused("value is no JMH result", MEND, "");
        }
        benchmark = text(tree.path("benchmark"), "/benchmark");
        String mode = text(tree.path("mode"), "/mode");
        if (!MODES.contains(mode)) {
            throw refused(
                    "mode is unknown", "/mode", Detail.of("value", mode), Detail.of("known", "thrpt avgt sample ss"));
        }
        return new JmhEntry(
                benchmark,
                mode,
                params(),
                settings(),
                metrics(benchmark.substring(benchmark.lastIndexOf('.') + 1), mode));
    }

    private String text(JsonNode node, String at) {
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw refused(node.isMissingNode() ? "value is missing" : "value is no text", at);
        }
        if (node.textValue().length() > Limits.TEXT_CHARS) {
            throw refused("text is too long", at, Detail.of("limitChars", Limits.TEXT_CHARS));
        }
        return node.textValue();
    }

    /** A reader of the message looks for the benchmark, not for its place in the file. */
    private InputException refused(String what, String at, Detail... details) {
        Stream<Detail> named = benchmark.isEmpty() ? Stream.of() : Stream.of(Detail.of("benchmark", benchmark));
        return document.refused(
                what, MEND, at, Stream.concat(named, Stream.of(details)).toArray(Detail[]::new));
    }

    private Map<String, String> params() {
        JsonNode node = tree.path("params");
        if (!node.isMissingNode() && !node.isNull() && !node.isObject() || node.size() > Limits.PROPERTIES) {
            throw refused("parameters are no object, or more than " + Limits.PROPERTIES, "/params");
        }
        Map<String, String> params = new LinkedHashMap<>();
        node.properties().forEach(entry -> params.put(bounded(entry.getKey()), bounded(plain(entry.getValue()))));
        return Collections.unmodifiableMap(params);
    }

    private String bounded(String text) {
        if (text.length() > Limits.TEXT_CHARS) {
            throw refused("text is too long", "/params", Detail.of("limitChars", Limits.TEXT_CHARS));
        }
        return text;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.stream().filter(tree::hasNonNull).forEach(name -> settings.put(name, plain(tree.get(name))));
        if (tree.path(JmhEntry.JVM_ARGUMENTS).isArray()) {
            settings.put(JmhEntry.JVM_ARGUMENTS, "");
            tree.get(JmhEntry.JVM_ARGUMENTS).forEach(argument -> addArgument(bounded(argument.asText()), settings));
        }
        return Collections.unmodifiableMap(settings);
    }

    /** One setting each, so that two runs differ in {@code -Xmx} and not in a list of ten arguments. */
    private static void addArgument(String argument, Map<String, String> settings) {
        Matcher parts = ARGUMENT.matcher(argument);
        boolean hasValue = parts.matches();
        settings.put(
                JmhEntry.JVM_ARGUMENTS + " " + (hasValue ? parts.group(1) : argument),
                hasValue ? parts.group(2) : "set");
    }

    private static String plain(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : node.asText();
    }

    private List<JmhEntry.Metric> metrics(String method, String mode) {
        List<JmhEntry.Metric> metrics = new ArrayList<>();
        metrics.add(primary(tree.path("primaryMetric"), mode));
        tree.path("secondaryMetrics")
                .properties()
                .forEach(entry ->
                        metrics.add(secondary(withoutMark(bounded(entry.getKey()), method), entry.getValue())));
        return List.copyOf(metrics);
    }

    /**
     * Before 1.36 the names of profilers' metrics begin with a middle dot, or a plus sign where the writer had no Unicode, and
     * the percentiles of a sampled time with the method and a dot; later ones have neither.
     */
    private static String withoutMark(String name, String method) {
        String percentile = method + "\u00b7p";
        if (name.startsWith(percentile)) {
            return name.substring(percentile.length() - 1);
        }
        return name.startsWith("\u00b7") || name.startsWith("+") ? name.substring(1) : name;
    }

    private JmhEntry.Metric primary(JsonNode metric, String mode) {
        String at = "/primaryMetric";
        String unit = unit(metric, at);
        boolean rate = mode.equals("thrpt");
        boolean fits =
                TIME_UNIT.matcher(unit).matches() && unit.startsWith("ops/") == rate && unit.endsWith("/op") != rate;
        if (!fits && !BYTES.matcher(unit).matches()) {
            throw refused("unit does not fit the mode", at + "/scoreUnit", Detail.of("value", unit));
        }
        JmhEntry.Metric read = read(JmhEntry.Metric.PRIMARY, unit, metric, at);
        boolean means = mode.equals("sample") && metric.has("rawData");
        if (!means) {
            checkScore(metric, at + "/score");
        }
        read.forks().stream().flatMap(List::stream).filter(value -> value < 0).forEach(value -> {
            throw refused("a time or a rate is below 0", at, Detail.of("value", value));
        });
        return read;
    }

    private JmhEntry.Metric secondary(String name, JsonNode metric) {
        String at = "/secondaryMetrics/" + name;
        return read(name, unit(metric, at), metric, at);
    }

    private String unit(JsonNode metric, String at) {
        JsonNode unit = metric.path("scoreUnit");
        if (!unit.isTextual() || unit.textValue().length() > Limits.ID_CHARS) {
            throw refused("unit is missing", at + "/scoreUnit", Detail.of("value", unit));
        }
        Matcher seconds = SECONDS.matcher(unit.textValue());
        return seconds.matches() ? unit.textValue().replace("sec", "s") : unit.textValue();
    }

    /** A result that was cut down to its score is one fork of one iteration: nobody knows of more. */
    private JmhEntry.Metric read(String name, String unit, JsonNode metric, String at) {
        sum = 0;
        weight = 0;
        gaps = false;
        boolean histogram = metric.hasNonNull("rawDataHistogram");
        JsonNode raw = metric.path(histogram ? "rawDataHistogram" : "rawData");
        if (!metric.has("rawData") && !histogram) {
            return new JmhEntry.Metric(name, unit, List.of(List.of(value(metric.path("score"), at + "/score"))));
        }
        List<List<Double>> forks = new ArrayList<>();
        for (JsonNode fork : list(raw, at + "/rawData", Limits.JMH_FORKS)) {
            List<Double> iterations = new ArrayList<>();
            for (JsonNode iteration : list(fork, at + "/rawData", Limits.JMH_ITERATIONS)) {
                iterations.add(
                        histogram ? mean(iteration, at + "/rawDataHistogram") : counted(iteration, at + "/rawData"));
            }
            forks.add(List.copyOf(iterations));
        }
        return new JmhEntry.Metric(name, unit, List.copyOf(forks));
    }

    private JsonNode list(JsonNode node, String at, int limit) {
        if (!node.isArray()) {
            throw refused("value is no list", at, Detail.of("value", node.getNodeType()));
        }
        if (node.size() > limit) {
            throw refused("list has more than " + limit + " entries", at, Detail.of("value", node.size()));
        }
        return node;
    }

    private double counted(JsonNode node, String at) {
        double value = value(node, at);
        gaps |= Double.isNaN(value);
        sum += value;
        weight++;
        return value;
    }

    /** The mean of a histogram of value and count. */
    private double mean(JsonNode iteration, String at) {
        double total = 0;
        double count = 0;
        for (JsonNode pair : list(iteration, at, Limits.JMH_BUCKETS)) {
            if (list(pair, at, 2).size() != 2
                    || !pair.get(1).isIntegralNumber()
                    || pair.get(1).longValue() < 1) {
                throw refused("value is no pair of time and count", at, Detail.of("value", pair));
            }
            double value = value(pair.get(0), at);
            if (!(value >= 0)) {
                throw refused("a time or a rate is below 0", at, Detail.of("value", value));
            }
            total += value * pair.get(1).longValue();
            count += pair.get(1).longValue();
        }
        sum += total;
        weight += count;
        gaps |= count == 0;
        return count == 0 ? Double.NaN : total / count;
    }

    private double value(JsonNode node, String at) {
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

    private void checkScore(JsonNode metric, String at) {
        double score = value(metric.path("score"), at);
        double mean = sum / weight;
        if (weight > 0 && !gaps && !(Math.abs(score - mean) <= ROUNDING * Math.abs(mean))) {
            throw refused("score is not the mean of the raw data", at, Detail.of("value", score));
        }
    }
}
