// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** JMH files of any project as rows: one file, or one for every module. */
final class JmhInput {

    /** Caution of a row whose forks lack some of the file's iterations. */
    static final String GAPS = "some iterations ended without a number";

    private JmhInput() {}

    static RunInput fromResults(String name, Stream<InputRow> results, RowSelection selection) {
        Map<RowKey, List<InputRow>> found = new LinkedHashMap<>();
        Set<String> left = new TreeSet<>();
        results.forEach(row -> {
            if (selection.takesMetric(row.key().metric())) {
                found.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
            } else {
                left.add(row.key().metric());
            }
        });
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

    /**
     * One metric of one result of a JMH JSON file.
     *
     * @param key benchmark, mode, parameters and the metric's name, without the mark that older versions put before a profiler's
     * @param all the figure of every iteration, fork by fork; of a sampled iteration its mean; NaN where JMH had none
     * @param settings how it was measured, by name: threads, JVM, times and so on; what a version did not write is missing
     */
    static InputRow row(RowKey key, MetricUnit unit, List<List<Double>> all, Map<String, String> settings) {
        // Without iterations that ended without a number, and without forks that have no others.
        List<List<Double>> forks = all.stream()
                .map(fork -> fork.stream().filter(value -> !value.isNaN()).toList())
                .filter(fork -> !fork.isEmpty())
                .toList();
        boolean ratios = forks.stream().flatMap(List::stream).allMatch(value -> value > 0);
        InputRow.NoFigure absence = forks.isEmpty()
                ? new InputRow.NoFigure("no figure is a number", false)
                : ratios ? null : new InputRow.NoFigure("a figure of 0 or below has no ratio", true);
        List<String> cautions = new ArrayList<>();
        if (all.stream().flatMap(List::stream).anyMatch(value -> value.isNaN())) {
            cautions.add(GAPS);
        }
        String planned = settings.getOrDefault(RowSettings.FORKS, "");
        if (planned.matches("[0-9]{1,6}") && all.size() < Integer.parseInt(planned)) {
            cautions.add("only " + all.size() + " of " + planned + " forks are in the raw data");
        }
        return new InputRow(
                key,
                Optional.empty(),
                unit,
                ratios ? forks : List.of(),
                Optional.ofNullable(absence),
                cautions,
                settings);
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
        Map<RowKey, List<InputRow>> repeats = new LinkedHashMap<>();
        for (InputRow row : same) {
            RowKey key = row.key();
            for (String setting : names) {
                key = key.with(setting, row.settings().getOrDefault(setting, RowSettings.UNKNOWN));
            }
            repeats.computeIfAbsent(key, first -> new ArrayList<>()).add(row.withKey(key));
        }
        return repeats.values().stream().map(rows -> joined(rows, file));
    }

    private static InputRow joined(List<InputRow> rows, String file) {
        InputRow first = rows.get(0);
        if (rows.size() == 1) {
            return first;
        }
        List<List<Double>> forks = new ArrayList<>();
        Set<String> cautions = new LinkedHashSet<>();
        for (InputRow row : rows) {
            forks.addAll(row.in(first.unit())
                    .orElseThrow(() -> new InputException(
                            "row is there twice, in units that are not of one kind",
                            "name a file of one run",
                            Detail.of("file", file),
                            Detail.of("row", first.key().label())))
                    .forks());
            cautions.addAll(row.cautions());
        }
        cautions.add("listed " + rows.size() + " times; repeats count as further forks");
        return first.with(row -> row.forks(forks)
                .absence(forks.isEmpty() ? first.absence() : Optional.empty())
                .cautions(List.copyOf(cautions)));
    }
}
