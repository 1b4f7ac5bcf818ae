// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.Warning;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;

/** A run with its cells judged. */
public final class Analysis {

    private final Run run;
    private final Margin margin;
    private final List<CellResult> cells;
    private final List<Warning> warnings;
    private final BaselineGroups controls;

    Analysis(Run run, Margin margin, List<CellResult> cells, List<Warning> warnings) {
        this.run = run;
        this.margin = margin;
        this.cells = List.copyOf(cells);
        this.warnings = List.copyOf(warnings);
        this.controls = new BaselineGroups(cells);
    }

    /** What was read. */
    public Run run() {
        return run;
    }

    /** What counts as the same. */
    public Margin margin() {
        return margin;
    }

    /** Every cell in display order, also those without a figure. */
    public List<CellResult> cells() {
        return cells;
    }

    /** What a reader must know. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** The cells of one benchmark in display order, less those that were skipped: the report names these once, with the reason. */
    public List<CellResult> measured(String benchmark) {
        return cells.stream()
                .filter(cell -> cell.cell().benchmark().equals(benchmark) && !cell.isSkipped())
                .toList();
    }

    /** Panels of some of the cells; what is compared with another control has panels of its own. */
    public List<Panel> panels(List<CellResult> some, Set<String> axes) {
        return Panel.split(some, axes, controls::of);
    }

    /** How comparisons of its cells are judged that the run did not ask for itself. */
    public InterimAnalyses looks() {
        return new InterimAnalyses(margin, run.manifest().deciding());
    }

    /** A cell over another in the rounds that both have, as close together as they were measured. */
    public PairedRounds pair(CellResult candidate, CellResult baseline) {
        return candidate.against(baseline);
    }

    /** The cells that have a verdict. */
    public List<CellResult> compared() {
        return cells.stream().filter(cell -> cell.comparison().isPresent()).toList();
    }
}
