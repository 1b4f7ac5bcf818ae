// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.RowSelection.Replicate;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.jmh.JmhMetric;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** A JMH file of any project as one side of a comparison. */
final class JmhInput {

    private static final String THREADS = "threads";

    private final String name;
    private final RowSelection choice;

    private JmhInput(String name, RowSelection choice) {
        this.name = name;
        this.choice = choice;
    }

    static RunInput of(String name, List<JmhEntry> entries, RowSelection choice) {
        return new JmhInput(name, choice).side(entries);
    }

    private RunInput side(List<JmhEntry> entries) {
        List<InputRow> all = entries.stream()
                .flatMap(entry -> entry.metrics().stream()
                        .filter(metric -> choice.takesMetric(metric.name()))
                        .map(metric -> row(entry, metric)))
                .toList();
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        for (InputRow row : toldApart(all)) {
            if (choice.takes(row.key()) && rows.put(row.key(), row) != null) {
                throw new InputException("file has a row twice", "name a file of one run", Detail.of("file", name),
                        Detail.of("row", row.key().label()));
            }
        }
        return new RunInput(name, rows, Optional.empty(), notes(entries));
    }

    private InputRow row(JmhEntry entry, JmhMetric metric) {
        RowKey key = new RowKey(entry.benchmark(), entry.mode(), new TreeMap<>(entry.params()), metric.name());
        List<Double> figures = choice.replicate().figures(metric.forks());
        boolean ratios = !figures.isEmpty() && figures.stream().allMatch(figure -> figure > 0);
        Optional<String> absence = ratios ? Optional.empty() : Optional.of(
                figures.isEmpty() ? "no figure is a number" : "a figure of 0 or below has no ratio");
        return new InputRow(key, new MetricUnit(metric.unit()), ratios ? figures : List.of(), absence, cautions(metric),
                entry.settings());
    }

    private List<String> cautions(JmhMetric metric) {
        List<String> cautions = new ArrayList<>();
        if (metric.hasGaps()) {
            cautions.add("some iterations ended without a number");
        }
        if (choice.replicate() == Replicate.ITERATION) {
            cautions.add("iterations, not forks: the interval is too short");
        } else if (metric.forks().size() == 1) {
            cautions.add("one fork; the fork is the unit (-f 5 or more, or --unit iteration)");
        }
        return cautions;
    }

    /** One benchmark may stand there once for every number of threads, which JMH keeps outside of the parameters. */
    private static List<InputRow> toldApart(List<InputRow> rows) {
        Map<RowKey, Long> times = rows.stream().collect(Collectors.groupingBy(InputRow::key, Collectors.counting()));
        return rows.stream()
                .map(row -> times.get(row.key()) == 1 ? row
                        : row.under(row.key().with(THREADS, row.settings().getOrDefault(THREADS, "unknown"))))
                .toList();
    }

    private List<String> notes(List<JmhEntry> entries) {
        Set<String> left = entries.stream()
                .flatMap(entry -> entry.metrics().stream())
                .map(JmhMetric::name)
                .filter(metric -> !choice.takesMetric(metric))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return left.isEmpty() ? List.of() : List.of("secondary metrics not compared: " + String.join(", ", left)
                + " (--secondary REGEX takes some)");
    }
}
