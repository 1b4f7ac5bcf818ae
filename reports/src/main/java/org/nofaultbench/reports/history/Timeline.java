// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * One figure over time.
 *
 * @param points in the order of time
 * @param changes found, in the order of time
 * @param segments between the changes of the level, of the figures' logarithms
 */
@RecordBuilder
public record Timeline(List<Point> points, List<Change> changes, List<Segment> segments)
        implements TimelineBuilder.With {

    private static final double ALONE = 4.5;
    private static final double ROUNDING = 1e-9;

    /**
     * One run's figure in a series.
     *
     * @param order of the run among all runs of the history
     * @param run it is of
     * @param estimate in the unit of the series
     */
    public record Point(int order, HistoryRun run, Estimate estimate) {

        double median() {
            return estimate.median();
        }
    }

    static Timeline search(List<Point> points, boolean inJava) {
        ChangeDetector.SeriesChanges found = ChangeDetector.detect(points.stream()
                .map(point -> new ChangeDetector.SeriesPoint(
                        point.median(), point.run().build(inJava), point.run().facts()))
                .toList());
        return new Timeline(points, found.changes(), found.segments());
    }

    /** The first run after a change. */
    public Point after(Change change) {
        return points.get(change.place().at());
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    List<Change> levelChanges() {
        return changes.stream()
                .filter(change -> change.kind() == Change.Kind.LEVEL)
                .toList();
    }

    /** Whether a change could not have been found, whatever happened. */
    public boolean isTooShort() {
        return points.size() < ChangePoints.FEWEST;
    }

    /** The present level. */
    Segment present() {
        return segments.get(segments.size() - 1);
    }

    /** Deviation of the runs about the present level, as a share of it. */
    public double noise() {
        return Math.expm1(present().deviation());
    }

    /** Whether a point lies so far off its level that it was set aside. */
    public boolean standsAlone(Point point) {
        double log = Math.log(point.median());
        return segments.stream()
                .noneMatch(segment -> Math.abs(log - segment.level()) <= ALONE * segment.deviation() + ROUNDING);
    }
}
