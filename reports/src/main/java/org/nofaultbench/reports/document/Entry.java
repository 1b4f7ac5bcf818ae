// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.Optional;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.stats.Estimate;

/** What stands at one place of a table. */
public sealed interface Entry {

    /** Plain text. */
    record Text(String text) implements Entry {}

    /** A figure with its interval, where it has one. */
    record Figure(Estimate estimate, Scale scale) implements Entry {}

    /** A figure and what its ratio to the baseline says; the baseline itself, {@code control}, has no comparison. */
    record Judged(Estimate figure, Scale scale, boolean control, Optional<Comparison> comparison) implements Entry {}

    /** Nothing, and why. */
    record Missing(Absence absence) implements Entry {}

    /** The cell's figure in its own unit with its verdict, or why there is none. */
    static Entry judged(CellResult cell, Scale scale) {
        return cell.figure()
                .<Entry>map(figure -> new Judged(figure, scale, cell.control(), cell.comparison()))
                .orElseGet(() -> new Missing(cell.absence().orElseThrow()));
    }

    /** The cell's figure in its own unit, or why there is none. */
    static Entry figure(CellResult cell, Scale scale) {
        return figure(cell, cell.figure(), scale);
    }

    /** A further metric of the cell, or why there is none. */
    static Entry metric(CellResult cell, String name, Scale scale) {
        return figure(cell, cell.metric(name), scale);
    }

    /** A count over the whole run of how many there could have been, so that none of many is not taken for none of none. */
    static Entry count(CellResult cell, String name, String of) {
        return cell.total(name).isPresent()
                ? new Text(cell.total(name).getAsLong() + " of " + cell.total(of).orElse(0))
                : figure(cell, Optional.empty(), Scale.NANOSECONDS);
    }

    /** A count over the whole run. */
    static Entry count(CellResult cell, String name) {
        return cell.total(name).isPresent()
                ? new Text(Long.toString(cell.total(name).getAsLong()))
                : figure(cell, Optional.empty(), Scale.NANOSECONDS);
    }

    /** A figure derived from the cell, or why there is none. */
    static Entry figure(CellResult cell, Optional<Estimate> figure, Scale scale) {
        return figure.<Entry>map(estimate -> new Figure(estimate, scale))
                .orElseGet(() -> cell.absence().<Entry>map(Missing::new).orElseGet(() -> new Text("-")));
    }
}
