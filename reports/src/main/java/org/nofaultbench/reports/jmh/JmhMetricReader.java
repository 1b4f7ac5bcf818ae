// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.JsonDocument;
import org.nofaultbench.reports.model.Limits;

/**
 * Reads one metric of a result. Figures are made from {@code rawData}, or from {@code rawDataHistogram}, which newer versions
 * write of sampled times in its place; {@code score} is JMH's mean of them and is held against them, because a file in which a
 * digit was lost still is JSON.
 */
final class JmhMetricReader {

    private static final Pattern TIME_UNIT = Pattern.compile("(ops/)?(ns|us|ms|s|min|hr|day)(/op)?");
    /** What some harnesses write in JMH's form as the score, memory in place of time. */
    private static final Pattern BYTES = Pattern.compile("([KMG]i?)?B/op");
    /** kotlinx-benchmark's name of a second. */
    private static final Pattern SECONDS = Pattern.compile("(ops/)?sec(/op)?");
    /** What JMH writes for a number that is none. */
    private static final Set<String> NO_NUMBER = Set.of("NaN", "+INF", "-INF", "Infinity", "-Infinity");

    private static final String MEND = "name the file as JMH wrote it";
    /** Scores and data are written in full; what is left is the order in which they were added. */
    private static final double ROUNDING = 1e-9;

    private final JsonDocument document;
    private final String benchmark;
    private double sum;
    private double weight;
    private boolean gaps;

    JmhMetricReader(JsonDocument document, String benchmark) {
        this.document = document;
        this.benchmark = benchmark;
    }

    JmhMetric primary(JsonNode metric, String mode) {
        String at = "/primaryMetric";
        String unit = unit(metric, at);
        boolean rate = mode.equals("thrpt");
        boolean fits =
                TIME_UNIT.matcher(unit).matches() && unit.startsWith("ops/") == rate && unit.endsWith("/op") != rate;
        if (!fits && !BYTES.matcher(unit).matches()) {
            throw broken("unit does not fit the mode", at + "/scoreUnit", unit);
        }
        JmhMetric read = read(JmhMetric.PRIMARY, unit, metric, at);
        boolean means = mode.equals("sample") && metric.has("rawData");
        if (!means) {
            checkScore(metric, at + "/score");
        }
        read.forks().stream().flatMap(List::stream).filter(value -> value < 0).forEach(value -> {
            throw broken("a time or a rate is below 0", at, value);
        });
        return read;
    }

    JmhMetric secondary(String name, JsonNode metric) {
        String at = "/secondaryMetrics/" + name;
        return read(name, unit(metric, at), metric, at);
    }

    private String unit(JsonNode metric, String at) {
        JsonNode unit = metric.path("scoreUnit");
        if (!unit.isTextual() || unit.textValue().length() > Limits.ID_CHARS) {
            throw broken("unit is missing", at + "/scoreUnit", unit);
        }
        Matcher seconds = SECONDS.matcher(unit.textValue());
        return seconds.matches() ? unit.textValue().replace("sec", "s") : unit.textValue();
    }

    /** A result that was cut down to its score is one fork of one iteration: nobody knows of more. */
    private JmhMetric read(String name, String unit, JsonNode metric, String at) {
        sum = 0;
        weight = 0;
        gaps = false;
        boolean histogram = metric.hasNonNull("rawDataHistogram");
        JsonNode raw = metric.path(histogram ? "rawDataHistogram" : "rawData");
        if (!metric.has("rawData") && !histogram) {
            return new JmhMetric(name, unit, List.of(List.of(value(metric.path("score"), at + "/score"))));
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
        return new JmhMetric(name, unit, List.copyOf(forks));
    }

    private JsonNode list(JsonNode node, String at, int limit) {
        if (!node.isArray()) {
            throw broken("value is no list", at, node.getNodeType());
        }
        if (node.size() > limit) {
            throw broken("list has more than " + limit + " entries", at, node.size());
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
                throw broken("value is no pair of time and count", at, pair);
            }
            double value = value(pair.get(0), at);
            if (!(value >= 0)) {
                throw broken("a time or a rate is below 0", at, value);
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
            throw broken(node.isMissingNode() ? "value is missing" : "value is no number", at, node);
        }
        if (Double.isInfinite(node.doubleValue())) {
            throw broken("number is not finite", at, node);
        }
        return node.doubleValue();
    }

    private void checkScore(JsonNode metric, String at) {
        double score = value(metric.path("score"), at);
        double mean = sum / weight;
        if (weight > 0 && !gaps && !(Math.abs(score - mean) <= ROUNDING * Math.abs(mean))) {
            throw broken("score is not the mean of the raw data", at, score);
        }
    }

    private InputException broken(String what, String at, Object value) {
        return document.refused(what, MEND, at, JmhEntryReader.named(benchmark, Detail.of("value", value)));
    }
}
