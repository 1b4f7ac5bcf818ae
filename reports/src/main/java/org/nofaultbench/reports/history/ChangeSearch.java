// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * Looks for changes of one series, and for what else changed at each.
 *
 * <p>Logarithms are searched: times are skewed, and a tenth more is as much at 10 ns as at 10 ms.
 */
final class ChangeSearch {

    private final List<Point> points;
    private final boolean inJava;
    private final double[] logs;

    ChangeSearch(List<Point> points, boolean inJava) {
        this.points = points;
        this.inJava = inJava;
        this.logs = points.stream()
                .mapToDouble(point -> Math.log(point.estimate().median()))
                .toArray();
    }

    Timeline timeline() {
        List<ChangePoint> levels =
                ChangePoints.of(logs).stream().map(this::explained).toList();
        List<ChangePoint> spreads =
                ChangePoints.ofSpread(logs).stream().map(this::explained).toList();
        List<Segment> segments = ChangePoints.segments(logs, levels);
        List<Change> changes = new ArrayList<>(
                changes(levels, Change.Kind.LEVEL, (before, after) -> Math.exp(after.level() - before.level())));
        changes.addAll(changes(spreads, Change.Kind.SPREAD, (before, after) -> after.deviation() / before.deviation()));
        changes.sort(Comparator.comparingInt(change -> change.place().at()));
        return new Timeline(points, List.copyOf(changes), segments);
    }

    private List<Change> changes(
            List<ChangePoint> places, Change.Kind kind, ToDoubleBiFunction<Segment, Segment> factor) {
        List<Segment> segments = ChangePoints.segments(logs, places);
        return IntStream.range(0, places.size())
                .mapToObj(i -> change(places.get(i), kind, factor.applyAsDouble(segments.get(i), segments.get(i + 1))))
                .toList();
    }

    private Change change(ChangePoint place, Change.Kind kind, double factor) {
        int at = nearest(place).orElse(place.at());
        return new Change(place, kind, factor, cause(at), newFacts(at));
    }

    /** A change may be a run or two from where it was found. If the build or the machine changed there, then that is where it is. */
    private ChangePoint explained(ChangePoint found) {
        return nearest(found)
                .filter(at -> Math.abs(at - found.at()) <= ChangePoints.REACH)
                .map(at -> new ChangePoint(at, found.earliest(), found.latest(), found.p()))
                .orElse(found);
    }

    /** Of the places that the change may be at, the nearest at which something else changed too. */
    private Optional<Integer> nearest(ChangePoint found) {
        return IntStream.rangeClosed(found.earliest(), found.latest())
                .boxed()
                .filter(at -> isNewBuild(at) || !newFacts(at).isEmpty())
                .min(Comparator.comparingInt(at -> Math.abs(at - found.at())));
    }

    private Change.Cause cause(int at) {
        if (newFacts(at).isEmpty()) {
            return isNewBuild(at) ? Change.Cause.BUILD : Change.Cause.NOTHING_KNOWN;
        }
        return isNewBuild(at) ? Change.Cause.BUILD_AND_MACHINE : Change.Cause.MACHINE;
    }

    private boolean isNewBuild(int at) {
        return !points.get(at).run().hasBuildOf(points.get(at - 1).run(), inJava);
    }

    private TreeSet<String> newFacts(int at) {
        return points.get(at).run().factsThatDiffer(points.get(at - 1).run());
    }
}
