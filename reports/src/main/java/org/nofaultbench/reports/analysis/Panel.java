// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cells that may be drawn together: everything that is not an axis is the same for all of them and is named in the title.
 *
 * <p>Tables and charts are made from panels only, and {@link #split} makes one panel for each value of every parameter that is
 * not an axis. So nothing is averaged over, or drawn over, a parameter that a reader does not see. (golang/perf warns of such
 * hidden variation, benchproc/nonsingular.go; here it cannot be expressed.)
 *
 * @param fixed name to value of all that the cells share: benchmark, workload, unit and parameters, less the axes
 * @param cells in display order, no two at one place on the axes
 */
public record Panel(Map<String, String> fixed, List<CellResult> cells) {

    /** Names of the coordinates that every cell has, beside its parameters. */
    public static final String SIZE = "size";

    public static final String STRATEGY = "strategy";

    public static final String WORKLOAD = "workload";

    /** Name of the coordinate that keeps apart what is not compared with one another; see {@link Analysis#panels}. */
    public static final String CONTROL = "control";

    private static final String BENCHMARK = "benchmark";
    private static final String UNIT = "unit";

    /** One panel for each combination of what is not an axis, in display order. */
    public static List<Panel> split(List<CellResult> cells, Set<String> axes) {
        return split(cells, axes, cell -> Optional.empty());
    }

    /** The same, and apart by what {@code controls} gives. */
    static List<Panel> split(
            List<CellResult> cells, Set<String> axes, Function<CellResult, Optional<String>> controls) {
        Map<Map<String, String>, List<CellResult>> groups = new LinkedHashMap<>();
        for (CellResult cell : cells) {
            Map<String, String> fixed = coordinates(cell, axes, false);
            controls.apply(cell).ifPresent(control -> fixed.put(CONTROL, control));
            groups.computeIfAbsent(fixed, key -> new ArrayList<>()).add(cell);
        }
        return groups.entrySet().stream()
                .map(group -> checked(new Panel(group.getKey(), List.copyOf(group.getValue())), axes))
                .toList();
    }

    private static Panel checked(Panel panel, Set<String> axes) {
        Set<Map<String, String>> places = new HashSet<>();
        for (CellResult cell : panel.cells) {
            Map<String, String> place = coordinates(cell, axes, true);
            if (!places.add(place)) {
                throw new IllegalStateException("cells share a place: axes=" + axes + ", place=" + place);
            }
        }
        return panel;
    }

    private static Map<String, String> coordinates(CellResult result, Set<String> axes, boolean onAxes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(BENCHMARK, result.cell().benchmark());
        all.put(WORKLOAD, result.cell().workload());
        all.put(STRATEGY, String.valueOf(result.cell().strategy()));
        all.put(UNIT, result.cell().unit());
        all.putAll(result.cell().parameters());
        all.keySet().removeIf(name -> axes.contains(name) != onAxes);
        return all;
    }

    /** {@code BufferRead.warm} and the fixed parameters that tell this panel from its neighbours. */
    public String title() {
        String parameters = fixed.entrySet().stream()
                .filter(entry -> !Set.of(BENCHMARK, WORKLOAD, UNIT).contains(entry.getKey()))
                .map(entry -> ", " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        String workload = fixed.containsKey(WORKLOAD) ? "." + fixed.get(WORKLOAD) : "";
        return fixed.get(BENCHMARK) + workload + parameters;
    }

    /** Whether its cells are compared with another control than the run's first. */
    public boolean isApart() {
        return fixed.containsKey(CONTROL);
    }

    /** What tells the panel from others of its benchmark, such as {@code warm}. */
    public String label() {
        return title().substring(fixed.get(BENCHMARK).length()).replaceFirst("^(\\.|, )", "");
    }

    /** Values of an axis in display order. */
    public List<String> values(String axis) {
        return cells.stream().map(cell -> value(cell, axis)).distinct().toList();
    }

    /** The cells at one value of an axis, in display order. */
    public List<CellResult> at(String axis, String value) {
        return cells.stream().filter(cell -> value(cell, axis).equals(value)).toList();
    }

    private static String value(CellResult result, String axis) {
        return switch (axis) {
            case STRATEGY -> result.rowName();
            case WORKLOAD -> result.cell().workload();
            default -> result.parameter(axis);
        };
    }
}
