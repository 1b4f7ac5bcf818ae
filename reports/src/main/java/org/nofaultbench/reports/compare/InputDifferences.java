// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;

/**
 * In what the new run's surroundings differ from the base's. A run folder describes its machine; a JMH file only the JVM and
 * how each row was measured.
 */
final class InputDifferences {

    /** More forks make a figure surer and not another one. */
    private static final Set<String> HARMLESS = Set.of("forks");

    private final List<RunInput> base;
    private final RunInput next;

    InputDifferences(List<RunInput> base, RunInput next) {
        this.base = base;
        this.next = next;
    }

    /** Those that matter first; what several runs of the base differ in is there once. */
    List<Difference> differences() {
        Set<Difference> all = new LinkedHashSet<>();
        for (RunInput side : base) {
            if (side.run().isPresent() && next.run().isPresent()) {
                all.addAll(EnvironmentDifferences.between(side.run().get(), next.run().get()));
            }
            all.addAll(settings(side));
        }
        List<Difference> sorted = new ArrayList<>(all.stream().filter(Difference::matters).toList());
        all.stream().filter(difference -> !difference.matters()).forEach(sorted::add);
        return sorted;
    }

    private List<Difference> settings(RunInput side) {
        Map<Difference, Integer> rows = new LinkedHashMap<>();
        int common = 0;
        for (InputRow is : next.rows().values()) {
            InputRow was = side.rows().get(is.key());
            if (was != null) {
                common++;
                settings(was, is).forEach(difference -> rows.merge(difference, 1, Integer::sum));
            }
        }
        int all = common;
        return rows.entrySet().stream().map(entry -> counted(entry.getKey(), entry.getValue(), all)).toList();
    }

    private static Difference counted(Difference difference, int rows, int of) {
        return rows == of ? difference : new Difference(difference.name() + " of " + rows + " of " + of + " rows",
                difference.base(), difference.next(), difference.matters());
    }

    private static List<Difference> settings(InputRow was, InputRow is) {
        Set<String> names = new LinkedHashSet<>(was.settings().keySet());
        names.addAll(is.settings().keySet());
        return names.stream()
                .filter(name -> !Objects.equals(was.settings().get(name), is.settings().get(name)))
                .map(name -> difference(name, was.settings().get(name), is.settings().get(name)))
                .collect(Collectors.toList());
    }

    private static Difference difference(String name, String was, String is) {
        return new Difference(name, Objects.requireNonNullElse(was, EnvironmentDifferences.UNKNOWN),
                Objects.requireNonNullElse(is, EnvironmentDifferences.UNKNOWN),
                was != null && is != null && !HARMLESS.contains(name));
    }
}
