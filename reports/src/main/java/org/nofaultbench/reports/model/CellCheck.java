// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the cells of a manifest: whole, unique, and compared with cells that exist and have the same unit. */
final class CellCheck {

    /** Coordinates that every cell has, which no parameter may be named like. */
    private static final Set<String> RESERVED = Set.of("benchmark", "workload", "strategy", "unit", "control");

    private final Required required;
    private final List<CellEntry> cells;
    private final Set<String> strategies;
    private final Map<String, CellEntry> byId = new HashMap<>();
    private final Map<List<Object>, String> byCoordinates = new HashMap<>();

    CellCheck(Required required, Manifest manifest) {
        this.required = required;
        this.cells = manifest.cells();
        this.strategies = manifest.strategies().stream().map(StrategyEntry::id).collect(Collectors.toSet());
    }

    void check() {
        for (int i = 0; i < cells.size(); i++) {
            checkWhole(cells.get(i), "/cells/" + i);
            checkUnique(cells.get(i), "/cells/" + i);
        }
        for (int i = 0; i < cells.size(); i++) {
            checkBaseline(cells.get(i), "/cells/" + i + "/baseline");
        }
    }

    private void checkWhole(CellEntry cell, String at) {
        required.present(cell, at);
        required.id(cell.id(), at + "/id");
        required.id(cell.benchmark(), at + "/benchmark");
        required.id(cell.workload(), at + "/workload");
        required.present(cell.parameters(), at + "/parameters");
        cell.parameters().forEach((name, value) -> checkParameter(name, value, at + "/parameters/" + name));
        required.id(cell.metric(), at + "/metric");
        required.id(cell.unit(), at + "/unit");
        required.that(
                cell.bytesPerAccess() == null || cell.bytesPerAccess() > 0,
                "number is out of range",
                at + "/bytesPerAccess",
                cell.bytesPerAccess());
        Double percent = cell.marginPercent();
        required.that(
                percent == null || percent > 0 && percent <= 50,
                "number is out of range",
                at + "/marginPercent",
                percent);
        required.that(
                cell.floorNs() == null || cell.floorNs() >= 0,
                "number is out of range",
                at + "/floorNs",
                cell.floorNs());
        required.that(
                cell.strategy() == null || strategies.contains(cell.strategy()),
                "strategy is unknown",
                at + "/strategy",
                cell.strategy());
    }

    private void checkParameter(String name, String value, String at) {
        required.id(value, at);
        required.that(!RESERVED.contains(name), "parameter has the name of a coordinate", at, value);
    }

    private void checkUnique(CellEntry cell, String at) {
        required.that(byId.put(cell.id(), cell) == null, "id is used twice", at + "/id", cell.id());
        List<Object> coordinates =
                List.of(cell.benchmark(), cell.workload(), String.valueOf(cell.strategy()), cell.parameters());
        String twin = byCoordinates.put(coordinates, cell.id());
        required.that(twin == null, "cell has the same coordinates as another", at, twin);
    }

    private void checkBaseline(CellEntry cell, String at) {
        if (cell.baseline() == null) {
            return;
        }
        CellEntry baseline = byId.get(cell.baseline());
        required.that(baseline != null, "baseline is an unknown cell", at, cell.baseline());
        required.that(!cell.id().equals(cell.baseline()), "cell is its own baseline", at, cell.baseline());
        required.that(cell.unit().equals(baseline.unit()), "baseline has another unit", at, baseline.unit());
    }
}
