// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

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
 * @param change what was found; its places are those of runs among the machine's runs, from 0
 * @param run first run after the change
 * @param startedUtc when it began, ISO 8601
 * @param commit that it measured
 * @param isMachineWide whether most series of the machine changed at once, so that it is the machine that changed
 * @param runs how many runs the series has
 */
public record SeriesChange(
        SeriesKey series,
        String of,
        Change change,
        String run,
        String startedUtc,
        String commit,
        boolean isMachineWide,
        int runs)
        implements Serializable {

    /** The order of a result: by machine and series, the time before the ratio, then by place. */
    public static final Comparator<SeriesChange> ORDER = Comparator.comparing(SeriesChange::series)
            .thenComparing(SeriesChange::of, Comparator.reverseOrder())
            .thenComparing(SeriesChange::place)
            .thenComparing(found -> found.change.kind());

    /** The same, of the whole machine. */
    SeriesChange ofMachine() {
        return new SeriesChange(series, of, change, run, startedUtc, commit, true, runs);
    }

    /** The same, which only follows its baseline. */
    SeriesChange ofBaseline() {
        Change caused = change.causedBy(Change.Cause.BASELINE);
        return new SeriesChange(series, of, caused, run, startedUtc, commit, isMachineWide, runs);
    }

    int place() {
        return change.place().at();
    }

    boolean isLevelOfTime() {
        return of.equals(CellHistory.TIME) && change.kind() == Change.Kind.LEVEL;
    }

    /** Whether somebody should look at it. */
    public boolean isAlarm() {
        return change.isAlarm() && !isMachineWide;
    }
}
