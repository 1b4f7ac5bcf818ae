// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.jmh.JmhMetric;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** JMH files of any project as one side of a comparison: one file, or one for every module. */
final class JmhInput {

    private final String name;
    private final RowSelection selection;

    private JmhInput(String name, RowSelection selection) {
        this.name = name;
        this.selection = selection;
    }

    static RunInput of(String name, List<JmhEntry> entries, RowSelection selection) {
        return new JmhInput(name, selection).input(entries);
    }

    private RunInput input(List<JmhEntry> entries) {
        Map<RowKey, List<InputRow>> found = new LinkedHashMap<>();
        entries.forEach(entry -> entry.metrics().stream()
                .filter(metric -> selection.takesMetric(metric.name()))
                .map(metric -> row(entry, metric))
                .forEach(row -> found.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(row)));
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        found.values().stream()
                .flatMap(same -> toldApart(same).stream())
                .filter(row -> selection.takes(row.key()))
                .forEach(row -> rows.put(row.key(), row));
        return new RunInput(name, rows, Optional.empty(), notes(entries));
    }

    private static InputRow row(JmhEntry entry, JmhMetric metric) {
        RowKey key = new RowKey(entry.benchmark(), entry.mode(), new TreeMap<>(entry.params()), metric.name());
        List<List<Double>> forks = metric.forks().stream()
                .map(fork -> fork.stream().filter(value -> !value.isNaN()).toList())
                .filter(fork -> !fork.isEmpty())
                .toList();
        boolean ratios = forks.stream().flatMap(List::stream).allMatch(value -> value > 0);
        Optional<InputRow.NoFigure> absence = forks.isEmpty()
                ? Optional.of(new InputRow.NoFigure("no figure is a number", false))
                : ratios
                        ? Optional.empty()
                        : Optional.of(new InputRow.NoFigure("a figure of 0 or below has no ratio", true));
        return new InputRow(
                key,
                new MetricUnit(metric.unit()),
                ratios ? forks : List.of(),
                absence,
                cautions(entry, metric),
                entry.settings());
    }

    private static List<String> cautions(JmhEntry entry, JmhMetric metric) {
        List<String> cautions = new ArrayList<>();
        if (metric.hasGaps()) {
            cautions.add("some iterations ended without a number");
        }
        String planned = entry.settings().getOrDefault(JmhEntry.FORKS, "");
        int forks = metric.forks().size();
        if (planned.matches("[0-9]{1,6}") && forks < Integer.parseInt(planned)) {
            cautions.add("only " + forks + " of " + planned + " forks are in the raw data");
        }
        return cautions;
    }

    /**
     * Rows of one key. Those that differ in a setting, such as JMH's threads, which are no parameter, are rows of their own; what
     * is left are repeats, and those are further forks.
     */
    private List<InputRow> toldApart(List<InputRow> same) {
        Set<String> names = same.stream()
                .flatMap(row -> row.settings().keySet().stream())
                .filter(setting -> !InputDifferences.isHarmless(setting))
                .filter(setting -> same.stream()
                                .map(row -> row.settings().get(setting))
                                .distinct()
                                .count()
                        > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        Map<RowKey, Integer> times = new LinkedHashMap<>();
        for (InputRow row : same) {
            RowKey key = row.key();
            for (String setting : names) {
                key = key.with(setting, row.settings().getOrDefault(setting, "unknown"));
            }
            rows.merge(key, row.under(key), this::joined);
            times.merge(key, 1, Integer::sum);
        }
        return rows.values().stream()
                .map(row -> times.get(row.key()) == 1
                        ? row
                        : row.with("there " + times.get(row.key()) + " times; repeats are taken for further forks"))
                .toList();
    }

    private InputRow joined(InputRow row, InputRow repeat) {
        OptionalDouble factor = repeat.unit().factorTo(row.unit());
        if (factor.isEmpty()) {
            throw new InputException(
                    "row is there twice, in units that are not of one kind",
                    "name a file of one run",
                    Detail.of("file", name),
                    Detail.of("row", row.key().label()));
        }
        List<List<Double>> converted = repeat.forks().stream()
                .map(fork ->
                        fork.stream().map(value -> value * factor.getAsDouble()).toList())
                .toList();
        List<List<Double>> forks =
                Stream.of(row.forks(), converted).flatMap(List::stream).toList();
        return new InputRow(
                row.key(),
                row.unit(),
                forks,
                forks.isEmpty() ? row.absence() : Optional.empty(),
                Stream.of(row.cautions(), repeat.cautions())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                row.settings());
    }

    private List<String> notes(List<JmhEntry> entries) {
        Set<String> left = entries.stream()
                .flatMap(entry -> entry.metrics().stream())
                .map(JmhMetric::name)
                .filter(metric -> !selection.takesMetric(metric))
                .collect(Collectors.toCollection(TreeSet::new));
        return left.isEmpty()
                ? List.of()
                : List.of("secondary metrics not compared: " + String.join(", ", left)
                        + " (--secondary REGEX takes some)");
    }
}
