// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.Comparator;
import org.nofaultbench.reports.history.CellHistory;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;

/**
 * A change of a series: one row of the result, of the local command and of the Spark job alike.
 *
 * @param series that changed
 * @param of {@link CellHistory#TIME} or {@link CellHistory#RATIO}
 * @param kind {@code LEVEL} or {@code SPREAD}
 * @param run first run after the change
 * @param startedUtc when it began, ISO 8601
 * @param commit that it measured
 * @param place of that run among the machine's runs, from 0
 * @param earliest first of the places that the change may as well be at
 * @param latest last of them
 * @param p probability of a change at least as clear in a series that has none
 * @param factor from before to after; above 1 is slower, or noisier
 * @param cause as {@link Change.Cause} has it, or {@link #MACHINE_WIDE}
 * @param facts names of the machine's facts that changed there, separated by commas
 * @param runs how many runs the series has
 */
@RecordBuilder
public record SeriesChange(
        SeriesKey series,
        String of,
        String kind,
        String run,
        String startedUtc,
        String commit,
        int place,
        int earliest,
        int latest,
        double p,
        double factor,
        String cause,
        String facts,
        int runs)
        implements Serializable, SeriesChangeBuilder.With {

    /** Most series of the machine changed at once, so that it is the machine that changed. */
    public static final String MACHINE_WIDE = "MACHINE_WIDE";

    /** The order of a result: by machine and series, the time before the ratio, then by place. */
    public static final Comparator<SeriesChange> ORDER = Comparator.comparing(SeriesChange::series)
            .thenComparing(SeriesChange::of, Comparator.reverseOrder())
            .thenComparing(SeriesChange::place)
            .thenComparing(SeriesChange::kind);

    boolean isLevelOfTime() {
        return of.equals(CellHistory.TIME) && kind.equals(Change.Kind.LEVEL.name());
    }

    boolean isSlower() {
        return factor > 1;
    }

    /** Whether somebody should look at it. */
    public boolean isAlarm() {
        return kind.equals(Change.Kind.LEVEL.name())
                && !cause.equals(MACHINE_WIDE)
                && !cause.equals(Change.Cause.NOTHING_KNOWN.name())
                && !cause.equals(Change.Cause.BASELINE.name());
    }
}
