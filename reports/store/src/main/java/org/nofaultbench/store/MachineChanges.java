// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.history.CellHistory;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * Tells the changes of a machine from those of its series: where the times of most of them step at once and in one direction, it
 * was the machine. So are the ratios that only follow their baseline no changes of their own.
 *
 * @param changes of one machine's series, in {@link SeriesChange#ORDER}, with their causes
 * @param shifts of the machine, in the order of their places
 */
public record MachineChanges(List<SeriesChange> changes, List<Shift> shifts) {

    private static final double MOST = 0.5;
    /** Of two series one is no crowd. */
    private static final int FEWEST = 3;

    /**
     * A step that most of a machine's series share.
     *
     * @param machine its id
     * @param place of the first run after it
     * @param run that run
     * @param startedUtc when it began, ISO 8601
     * @param series how many stepped
     * @param of how many were long enough to show it
     * @param factor median of theirs; above 1 is slower
     */
    public record Shift(String machine, int place, String run, String startedUtc, int series, int of, double factor) {

        String text() {
            return series + " of " + of + " series, times " + Numbers.ratio(factor);
        }
    }

    /**
     * @param found changes of one machine
     * @param series of the machine that were long enough to show a change
     */
    public static MachineChanges of(List<SeriesChange> found, int series) {
        List<SeriesChange> changes =
                new ArrayList<>(found.stream().sorted(SeriesChange.ORDER).toList());
        followBaselines(changes);
        List<Shift> shifts = new ArrayList<>();
        while (true) {
            List<SeriesChange> crowd = largestCrowd(changes);
            if (crowd.size() < FEWEST || crowd.size() <= MOST * series) {
                shifts.sort(Comparator.comparingInt(Shift::place));
                return new MachineChanges(List.copyOf(changes), List.copyOf(shifts));
            }
            shifts.add(shift(crowd, series));
            Set<SeriesChange> members = new HashSet<>(crowd);
            changes.replaceAll(change -> members.contains(change) ? change.ofMachine() : change);
        }
    }

    /** A baseline that gets slower makes its ratios fall. */
    private static void followBaselines(List<SeriesChange> changes) {
        Map<String, List<SeriesChange>> times = new HashMap<>();
        changes.stream()
                .filter(change -> change.of().equals(CellHistory.TIME))
                .forEach(change -> times.computeIfAbsent(change.series().cell(), cell -> new ArrayList<>())
                        .add(change));
        changes.replaceAll(change -> change.of().equals(CellHistory.RATIO)
                        && times.getOrDefault(change.series().baseline(), List.of()).stream()
                                .anyMatch(other -> moves(other, change.change()))
                ? change.ofBaseline()
                : change);
    }

    private static boolean moves(SeriesChange baseline, Change ratio) {
        return baseline.change().kind() == ratio.kind()
                && baseline.change().isSlower() != ratio.isSlower()
                && baseline.place() >= ratio.place().earliest() - ChangePoints.REACH
                && baseline.place() <= ratio.place().latest() + ChangePoints.REACH;
    }

    /** The most series that step in one direction within a few runs, one change of each. */
    private static List<SeriesChange> largestCrowd(List<SeriesChange> changes) {
        TreeMap<Integer, List<SeriesChange>> slower = new TreeMap<>();
        TreeMap<Integer, List<SeriesChange>> faster = new TreeMap<>();
        changes.stream()
                .filter(change -> change.isLevelOfTime() && !change.isMachineWide())
                .forEach(change -> (change.change().isSlower() ? slower : faster)
                        .computeIfAbsent(change.place(), place -> new ArrayList<>())
                        .add(change));
        List<SeriesChange> largest = List.of();
        for (TreeMap<Integer, List<SeriesChange>> direction : List.of(slower, faster)) {
            for (int place : direction.keySet()) {
                Map<SeriesKey, SeriesChange> near = new TreeMap<>();
                direction
                        .subMap(place - ChangePoints.REACH, true, place + ChangePoints.REACH, true)
                        .values()
                        .forEach(same -> same.forEach(change -> near.putIfAbsent(change.series(), change)));
                if (near.size() > largest.size()) {
                    largest = List.copyOf(near.values());
                }
            }
        }
        return largest;
    }

    /** Its place is where most of them are. */
    private static Shift shift(List<SeriesChange> crowd, int series) {
        Map<Integer, List<SeriesChange>> places = new TreeMap<>();
        crowd.forEach(change -> places.computeIfAbsent(change.place(), place -> new ArrayList<>())
                .add(change));
        SeriesChange typical = places.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElseThrow()
                .get(0);
        return new Shift(
                typical.series().machine(),
                typical.place(),
                typical.run(),
                typical.startedUtc(),
                crowd.size(),
                series,
                Estimate.medianOf(
                        crowd.stream().map(found -> found.change().factor()).toList()));
    }
}
