// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.Comparator;
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
@RecordBuilder
public record CellHistory(SeriesKey key, boolean standIn, Timeline figure, Optional<Timeline> ratio)
        implements CellHistoryBuilder.With {

    /** Before the first run. */
    public static final int NEVER = -1;

    public static final String TIME = "time";
    public static final String RATIO = "ratio";

    public Stream<Timeline> timelines() {
        return Stream.concat(Stream.of(figure), ratio.stream());
    }

    /** Those of the figure, then those of the ratio, each in the order of time. */
    Stream<DatedChange> changes() {
        return Stream.concat(
                figure.changes().stream().map(change -> new DatedChange(TIME, change, figure.after(change))),
                ratio.stream()
                        .flatMap(line -> line.changes().stream()
                                .map(change -> new DatedChange(RATIO, change, line.after(change)))));
    }

    /** Order of the run at which the last alarm of either was raised, or {@link #NEVER}. */
    public int lastAlarm() {
        return changes()
                .filter(dated -> dated.change().isAlarm())
                .mapToInt(dated -> dated.first().order())
                .max()
                .orElse(NEVER);
    }

    /**
     * A change of one of the two.
     *
     * @param of {@link #TIME} or {@link #RATIO}
     * @param change what was found
     * @param first run after it
     */
    record DatedChange(String of, Change change, Timeline.Point first) {}

    /**
     * What may be compared over time: another machine, metric or unit is another series.
     *
     * @param machine its label, or its id in a store
     * @param cell id of the cell
     * @param metric whose figure it is
     * @param unit of the figure
     * @param baseline id of the cell that it is compared with; empty where it is compared with none
     */
    public record SeriesKey(String machine, String cell, String metric, String unit, String baseline)
            implements Serializable, Comparable<SeriesKey> {

        private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::machine)
                .thenComparing(SeriesKey::cell)
                .thenComparing(SeriesKey::metric)
                .thenComparing(SeriesKey::unit)
                .thenComparing(SeriesKey::baseline);

        @Override
        public int compareTo(SeriesKey other) {
            return ORDER.compare(this, other);
        }
    }
}
