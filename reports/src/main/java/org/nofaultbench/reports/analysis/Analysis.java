// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.stats.Margin;

/**
 * A run with its cells judged.
 *
 * @param run what was read
 * @param margin what counts as the same where a cell has no margin of its own
 * @param cells every cell in display order, also those without a figure
 */
public record Analysis(Run run, Margin margin, List<CellResult> cells) {

    public Analysis {
        cells = List.copyOf(cells);
    }

    /** The cells of one benchmark in display order, less those that were skipped: the report names these once, with the reason. */
    public List<CellResult> measured(String benchmark) {
        return cells.stream()
                .filter(cell -> cell.cell().benchmark().equals(benchmark) && !cell.isSkipped())
                .toList();
    }

    /**
     * The buffer size that sentences are about: the one that most benchmarks measured, so that reading and recovery are told
     * about the same buffer, and of those the largest; empty where nothing was measured by size.
     */
    public Optional<String> headlineSize() {
        List<CellResult> sized = cells.stream()
                .filter(cell -> cell.hasFigure()
                        && cell.cell().parameters().containsKey(Panel.SIZE)
                        && cell.cell().bytesPerAccess() != null)
                .toList();
        Map<String, Set<String>> benchmarks = sized.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.parameter(Panel.SIZE),
                        Collectors.mapping(cell -> cell.cell().benchmark(), Collectors.toSet())));
        return sized.stream()
                .max(Comparator.<CellResult>comparingInt(cell ->
                                benchmarks.get(cell.parameter(Panel.SIZE)).size())
                        .thenComparing(cell -> cell.cell().bytesPerAccess()))
                .map(cell -> cell.parameter(Panel.SIZE));
    }

    /** Panels of some of the cells; what is compared with another control has panels of its own. */
    public List<Panel> panels(List<CellResult> some, Set<String> axes) {
        return Panel.split(some, axes, new BaselineGroups(cells)::of);
    }

    /** How comparisons of its cells are judged that the run did not ask for itself. */
    public InterimAnalyses looks() {
        return new InterimAnalyses(margin, run.manifest().deciding());
    }

    /** The cells that have a verdict. */
    public List<CellResult> compared() {
        return cells.stream().filter(cell -> cell.comparison().isPresent()).toList();
    }

    /** What some cells were judged by, such as {@code 1%}. */
    public String margins(List<CellResult> some) {
        return CellMargin.describe(
                some.stream().filter(cell -> cell.comparison().isPresent()).toList(), margin);
    }

    /**
     * Which strategies are compared with one another, directly or by a third, anywhere in the run. Those that are not, as loops
     * in Java and loops in C, do not belong into one table or chart: side by side they would be compared by eye.
     */
    private static final class BaselineGroups {

        private static final String NONE = "none";

        private final Map<String, Set<String>> groups = new HashMap<>();
        /** Of each group the control; the group that the run begins with comes first. */
        private final Map<Set<String>, String> controls = new LinkedHashMap<>();

        BaselineGroups(List<CellResult> cells) {
            Map<String, String> strategies = new HashMap<>();
            cells.forEach(cell -> strategies.put(cell.cell().id(), cell.cell().strategy()));
            List<CellEntry> compared = cells.stream()
                    .map(CellResult::cell)
                    .filter(cell -> cell.strategy() != null && strategies.get(cell.baseline()) != null)
                    .toList();
            // One that is compared with itself, in another build, is compared with no other.
            compared.stream()
                    .filter(cell -> !cell.strategy().equals(strategies.get(cell.baseline())))
                    .forEach(cell -> join(cell.strategy(), strategies.get(cell.baseline())));
            compared.stream()
                    .map(cell -> strategies.get(cell.baseline()))
                    .filter(groups::containsKey)
                    .forEach(control -> controls.putIfAbsent(groups.get(control), control));
        }

        private void join(String strategy, String control) {
            Set<String> both = new LinkedHashSet<>(groups.getOrDefault(control, Set.of(control)));
            both.addAll(groups.getOrDefault(strategy, Set.of(strategy)));
            both.forEach(member -> groups.put(member, both));
        }

        /** The control of a cell's strategy; empty in the group that the run begins with, which needs no name. */
        Optional<String> of(CellResult cell) {
            Set<String> group = groups.get(cell.cell().strategy());
            boolean unnamed = controls.isEmpty()
                    || cell.cell().strategy() == null
                    || controls.keySet().iterator().next().equals(group);
            return unnamed ? Optional.empty() : Optional.of(controls.getOrDefault(group, NONE));
        }
    }
}
