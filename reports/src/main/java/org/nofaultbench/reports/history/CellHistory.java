// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one cell on one machine.
 *
 * @param key which
 * @param standIn whether its strategy stands in for another
 * @param figure over time
 * @param ratio to its baseline over time, which is less noisy: what the machine does to one it does to the other; empty where
 *     there never was one
 */
public record CellHistory(SeriesKey key, boolean standIn, Timeline figure, Optional<Timeline> ratio) {

    /** The timelines there are. */
    public Stream<Timeline> timelines() {
        return Stream.concat(Stream.of(figure), ratio.stream());
    }

    /** Folder of the run at which the last alarm of either was raised; the empty text, which is before all, without one. */
    public String lastAlarm() {
        return timelines()
                .flatMap(line -> line.lastAlarm().map(line::runAt).stream())
                .map(HistoryRun::folder)
                .max(String::compareTo)
                .orElse("");
    }

    /**
     * What may be compared over time: another machine, metric or unit is another series.
     *
     * @param machine label of the machine
     * @param cell id of the cell
     * @param metric whose figure it is
     * @param unit of the figure
     * @param baseline id of the cell that it is compared with; empty where it is compared with none
     */
    public record SeriesKey(String machine, String cell, String metric, String unit, String baseline) {}
}
