// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which strategies are compared with one another, directly or by a third, anywhere in the run. Those that are not, as loops
 * in Java and loops in C, do not belong into one table or chart: side by side they would be compared by eye.
 */
final class BaselineGroups {

    private static final String NONE = "none";

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<Set<String>, String> names = new HashMap<>();
    private Set<String> first;

    BaselineGroups(List<CellResult> cells) {
        Map<String, CellResult> byId =
                cells.stream().collect(Collectors.toMap(cell -> cell.cell().id(), cell -> cell));
        for (CellResult cell : cells) {
            CellResult baseline = byId.get(cell.cell().baseline());
            if (baseline != null && strategies(cell, baseline) > 1) {
                join(cell.cell().strategy(), baseline.cell().strategy());
            }
        }
        cells.stream()
                .filter(cell -> byId.containsKey(cell.cell().baseline()))
                .forEach(cell -> name(byId.get(cell.cell().baseline()).cell().strategy()));
    }

    /** How many strategies the two have; one that is compared with itself, in another build, is compared with no other. */
    private static long strategies(CellResult cell, CellResult baseline) {
        return Stream.of(cell, baseline)
                .map(side -> side.cell().strategy())
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private void join(String strategy, String control) {
        Set<String> both = new LinkedHashSet<>(groups.getOrDefault(control, Set.of(control)));
        both.addAll(groups.getOrDefault(strategy, Set.of(strategy)));
        both.forEach(member -> groups.put(member, both));
    }

    private void name(String control) {
        Set<String> group = groups.get(control);
        if (group != null) {
            first = first == null ? group : first;
            names.putIfAbsent(group, control);
        }
    }

    /** The control of a cell's strategy; empty in the group that the run begins with, which needs no name. */
    Optional<String> of(CellResult cell) {
        Set<String> group = groups.get(cell.cell().strategy());
        boolean unnamed = first == null || cell.cell().strategy() == null || first.equals(group);
        return unnamed ? Optional.empty() : Optional.of(names.getOrDefault(group, NONE));
    }
}
