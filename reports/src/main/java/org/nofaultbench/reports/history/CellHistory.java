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

    /** Before the first run. */
    public static final int NEVER = -1;

    public Stream<Timeline> timelines() {
        return Stream.concat(Stream.of(figure), ratio.stream());
    }

    /** Order of the run at which the last alarm of either was raised, or {@link #NEVER}. */
    public int lastAlarm() {
        return timelines()
                .flatMap(line -> line.lastAlarm().map(line::after).stream())
                .mapToInt(Timeline.Point::order)
                .max()
                .orElse(NEVER);
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
