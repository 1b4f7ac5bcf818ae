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

/** Reads one result. Only what a comparison needs is looked at; the rest may be as it likes. */
final class JmhEntryReader {

    private static final Set<String> MODES = Set.of("thrpt", "avgt", "sample", "ss");
    /** The heap's sizes stand without a sign between name and value; -XX:+Name and -XX:-Name are two arguments. */
    private static final Pattern ARGUMENT = Pattern.compile("(-Xm[nsx]|-Xss|[^=]+(?==))=?(.+)", Pattern.DOTALL);

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

    private final JsonDocument document;
    private final JsonNode tree;
    private String benchmark = "";

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

    private InputException refused(String what, String at, Detail... details) {
        return document.refused(what, MEND, at, named(benchmark, details));
    }

    /** A reader of the message looks for the benchmark, not for its place in the file. */
    static Detail[] named(String benchmark, Detail... details) {
        return benchmark.isEmpty()
                ? details
                : Stream.concat(Stream.of(Detail.of("benchmark", benchmark)), Stream.of(details))
                        .toArray(Detail[]::new);
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

    private List<JmhMetric> metrics(String method, String mode) {
        JmhMetricReader reader = new JmhMetricReader(document, benchmark);
        List<JmhMetric> metrics = new ArrayList<>();
        metrics.add(reader.primary(tree.path("primaryMetric"), mode));
        tree.path("secondaryMetrics")
                .properties()
                .forEach(entry ->
                        metrics.add(reader.secondary(withoutMark(bounded(entry.getKey()), method), entry.getValue())));
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
}
