// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

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
import java.util.stream.Stream;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** JMH files of any project as rows: one file, or one for every module. */
final class JmhInput {

    private JmhInput() {}

    static RunInput fromEntries(String name, List<JmhEntry> entries, RowSelection selection) {
        Map<RowKey, List<InputRow>> found = new LinkedHashMap<>();
        Set<String> left = new TreeSet<>();
        for (JmhEntry entry : entries) {
            for (JmhEntry.Metric metric : entry.metrics()) {
                if (selection.takesMetric(metric.name())) {
                    InputRow row = row(entry, metric);
                    found.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
                } else {
                    left.add(metric.name());
                }
            }
        }
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        found.values().stream()
                .flatMap(same -> toldApart(same, name))
                .filter(row -> selection.takes(row.key()))
                .forEach(row -> rows.put(row.key(), row));
        List<String> notes = left.isEmpty()
                ? List.of()
                : List.of("secondary metrics not compared: " + String.join(", ", left)
                        + " (--secondary REGEX takes some)");
        return new RunInput(name, rows, Optional.empty(), notes);
    }

    private static InputRow row(JmhEntry entry, JmhEntry.Metric metric) {
        List<List<Double>> forks = metric.forks().stream()
                .map(fork -> fork.stream().filter(value -> !value.isNaN()).toList())
                .filter(fork -> !fork.isEmpty())
                .toList();
        boolean ratios = forks.stream().flatMap(List::stream).allMatch(value -> value > 0);
        Optional<InputRow.NoFigure> absence = forks.isEmpty()
                ? Optional.of(new InputRow.NoFigure("no figure is a number", false))
                : Optional.of(new InputRow.NoFigure("a figure of 0 or below has no ratio", true))
                        .filter(none -> !ratios);
        return new InputRow(
                new RowKey(entry.benchmark(), entry.mode(), new TreeMap<>(entry.params()), metric.name()),
                new MetricUnit(metric.unit()),
                ratios ? forks : List.of(),
                absence,
                cautions(entry, metric),
                entry.settings());
    }

    private static List<String> cautions(JmhEntry entry, JmhEntry.Metric metric) {
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
    private static Stream<InputRow> toldApart(List<InputRow> same, String file) {
        Set<String> names = new LinkedHashSet<>();
        same.forEach(row -> names.addAll(row.settings().keySet()));
        names.removeIf(setting -> RowSettings.isHarmless(setting)
                || same.stream()
                                .map(row -> row.settings().get(setting))
                                .distinct()
                                .count()
                        == 1);
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        Map<RowKey, Integer> times = new LinkedHashMap<>();
        for (InputRow row : same) {
            RowKey key = row.key();
            for (String setting : names) {
                key = key.with(setting, row.settings().getOrDefault(setting, "unknown"));
            }
            rows.merge(key, row.under(key), (first, repeat) -> joined(first, repeat, file));
            times.merge(key, 1, Integer::sum);
        }
        return rows.values().stream()
                .map(row -> times.get(row.key()) == 1
                        ? row
                        : row.with("there " + times.get(row.key()) + " times; repeats are taken for further forks"));
    }

    private static InputRow joined(InputRow row, InputRow repeat, String file) {
        OptionalDouble factor = repeat.unit().factorTo(row.unit());
        if (factor.isEmpty()) {
            throw new InputException(
                    "row is there twice, in units that are not of one kind",
                    "name a file of one run",
                    Detail.of("file", file),
                    Detail.of("row", row.key().label()));
        }
        List<List<Double>> forks = new ArrayList<>(row.forks());
        for (List<Double> fork : repeat.forks()) {
            forks.add(fork.stream().map(value -> value * factor.getAsDouble()).toList());
        }
        return new InputRow(
                row.key(),
                row.unit(),
                forks,
                forks.isEmpty() ? row.absence() : Optional.empty(),
                Stream.concat(row.cautions().stream(), repeat.cautions().stream())
                        .distinct()
                        .toList(),
                row.settings());
    }
}
