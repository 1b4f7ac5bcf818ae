// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * Finds the changes of one series, and what else changed at each. It needs the series alone, so that pages, the store and a
 * cluster call the same class and get the same answer.
 *
 * <p>Logarithms are searched: times are skewed, and a tenth more is as much at 10 ns as at 10 ms.
 */
public final class ChangeDetector {

    /**
     * One run's figure in a series.
     *
     * @param figure in the unit of the series, above 0; smaller is better
     * @param build identifies what was measured; empty where nobody knows
     * @param facts of the machine and the way of measuring, by name
     */
    public record SeriesPoint(double figure, String build, Map<String, String> facts) {}

    /**
     * What was found.
     *
     * @param changes of level and spread, ascending; their places are indices of points
     * @param segments between the changes of the level, of the figures' natural logarithms; at least one
     */
    public record SeriesChanges(List<Change> changes, List<Segment> segments) {}

    private final List<SeriesPoint> points;
    private final double[] logs;

    private ChangeDetector(List<SeriesPoint> points) {
        this.points = points;
        this.logs =
                points.stream().mapToDouble(point -> Math.log(point.figure())).toArray();
    }

    /** @param points of one cell, metric, unit and machine, in order of commit or time; at least one */
    public static SeriesChanges detect(List<SeriesPoint> points) {
        return new ChangeDetector(points).detect();
    }

    private SeriesChanges detect() {
        List<ChangePoint> found = ChangePoints.of(logs);
        List<ChangePoint> levels = found.stream().map(this::explained).toList();
        List<ChangePoint> spreads =
                ChangePoints.ofSpread(logs, found).stream().map(this::explained).toList();
        List<Change> changes = new ArrayList<>(
                changes(levels, Change.Kind.LEVEL, (before, after) -> Math.exp(after.level() - before.level())));
        changes.addAll(changes(spreads, Change.Kind.SPREAD, (before, after) -> after.deviation() / before.deviation()));
        changes.sort(Comparator.comparingInt(change -> change.place().at()));
        return new SeriesChanges(List.copyOf(changes), ChangePoints.segments(logs, levels));
    }

    private List<Change> changes(
            List<ChangePoint> places, Change.Kind kind, ToDoubleBiFunction<Segment, Segment> factor) {
        List<Segment> segments = ChangePoints.segments(logs, places);
        return IntStream.range(0, places.size())
                .mapToObj(i -> {
                    int at = nearest(places.get(i)).orElse(places.get(i).at());
                    double size = factor.applyAsDouble(segments.get(i), segments.get(i + 1));
                    return new Change(places.get(i), kind, size, cause(at), newFacts(at));
                })
                .toList();
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
            return isNewBuild(at)
                    ? Change.Cause.BUILD
                    : isBuildKnown(at) ? Change.Cause.NOTHING_KNOWN : Change.Cause.UNKNOWN_BUILD;
        }
        return isNewBuild(at) ? Change.Cause.BUILD_AND_MACHINE : Change.Cause.MACHINE;
    }

    private boolean isNewBuild(int at) {
        return isBuildKnown(at)
                && !points.get(at).build().equals(points.get(at - 1).build());
    }

    private boolean isBuildKnown(int at) {
        return !points.get(at).build().isEmpty() && !points.get(at - 1).build().isEmpty();
    }

    private Set<String> newFacts(int at) {
        return differing(points.get(at - 1).facts(), points.get(at).facts());
    }

    /** Names of the facts that both know and that are not the same in both. */
    static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.retainAll(after.keySet());
        names.removeIf(name -> before.get(name).equals(after.get(name)));
        return names;
    }
}
