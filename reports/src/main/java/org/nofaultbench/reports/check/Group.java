// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells of one benchmark that a table may have side by side: beside the strategy and one parameter all of them are alike.
 *
 * @param title what the advice calls it, such as {@code DamageRead.damage, size=1080p, shape=one}
 * @param shared parameters that all of the cells have with the same value
 */
record Group(String title, Map<String, String> shared, List<RawCell> cells) {

    /** In the order of the first cells; {@code axis} is the parameter by which the cells of a group may differ. */
    static List<Group> of(List<RawCell> cells, String axis) {
        Map<List<Object>, List<RawCell>> groups = new LinkedHashMap<>();
        for (RawCell cell : cells) {
            groups.computeIfAbsent(List.of(cell.workload(), cell.unit(), shared(cell, axis)), key -> new ArrayList<>()).add(cell);
        }
        return groups.values().stream().map(group -> new Group(title(group.get(0), axis), shared(group.get(0), axis), group)).toList();
    }

    private static Map<String, String> shared(RawCell cell, String axis) {
        Map<String, String> shared = new LinkedHashMap<>(cell.parameters());
        shared.remove(axis);
        return shared;
    }

    private static String title(RawCell cell, String axis) {
        StringBuilder title = new StringBuilder(cell.benchmark() + "." + cell.workload());
        shared(cell, axis).forEach((name, value) -> title.append(", ").append(name).append('=').append(value));
        return title.toString();
    }

    boolean isOf(String parameter, String value) {
        return value.equals(shared.get(parameter));
    }

    Optional<RawCell> cell(String strategy) {
        return cells.stream().filter(cell -> cell.name().equals(strategy)).findFirst();
    }

    Optional<RawCell> cell(String strategy, String parameter, String value) {
        return cells.stream()
                .filter(cell -> cell.name().equals(strategy) && value.equals(cell.parameters().get(parameter)))
                .findFirst();
    }

    /** In the order in which they were planned. */
    List<String> values(String parameter) {
        return cells.stream().map(cell -> cell.parameters().getOrDefault(parameter, "-")).distinct().toList();
    }
}
