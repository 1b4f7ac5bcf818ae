// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.stats.Margin;

/**
 * A run with its cells judged.
 *
 * @param run what was read
 * @param margin what counts as the same
 * @param cells every cell in display order, also those without a figure
 * @param warnings what a reader must know
 */
public record Analysis(Run run, Margin margin, List<CellResult> cells, List<Warning> warnings) {

    /** The cells of one benchmark, in display order. */
    public List<CellResult> of(String benchmark) {
        return cells.stream().filter(cell -> cell.cell().benchmark().equals(benchmark)).toList();
    }

    /** Panels of some of the cells; what is compared with another control has panels of its own. */
    public List<Panel> panels(List<CellResult> some, Set<String> axes) {
        return Panel.split(some, axes, new Controls(cells)::of);
    }

    /** The cells that have a verdict. */
    public List<CellResult> compared() {
        return cells.stream().filter(cell -> cell.comparison().isPresent()).toList();
    }
}
