// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.history.CellHistory;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;
import org.nofaultbench.reports.history.ChangeDetector;
import org.nofaultbench.reports.history.ChangeDetector.SeriesPoint;
import org.nofaultbench.reports.history.HistoryRun;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * The changes of one series of one machine, from the rows of its forks in any order. The local command and the Spark job call
 * this class, and {@link ChangeDetector} in it, with the same rows.
 *
 * @param order of the runs of every machine whose series are searched
 */
public record SeriesDetector(MachineRuns order) {

    /**
     * One fork of a series.
     *
     * @param run it is of
     * @param fork its number in the run
     * @param value in the series' unit
     * @param baselineValue the baseline's value of the same round; NaN where there is none
     * @param inJava whether the measured loop is in Java
     * @param standIn whether its strategy stands in for another
     */
    public record Fork(String run, long fork, double value, double baselineValue, boolean inJava, boolean standIn) {}

    /**
     * What a series shows.
     *
     * @param series which
     * @param runs with a figure of it
     * @param changes of the time first, then of the ratio to the baseline, each in the order of their places
     */
    public record Result(SeriesKey series, int runs, List<SeriesChange> changes) implements Serializable {

        boolean isLongEnough() {
            return runs >= ChangePoints.FEWEST;
        }
    }

    public Result detect(SeriesKey series, Iterable<Fork> forks) {
        boolean inJava = false;
        TreeMap<Integer, List<Fork>> runs = new TreeMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (Fork fork : forks) {
            int place = places.computeIfAbsent(fork.run(), run -> order.place(series.machine(), run));
            // A fork whose run has no row was added half; what an emulated CPU took is no time of any machine.
            if (place >= 0 && isFigure(fork.value()) && !CellEntry.isEmulated(series.unit())) {
                runs.computeIfAbsent(place, run -> new ArrayList<>()).add(fork);
                inJava |= fork.inJava();
            }
        }
        runs.forEach((place, own) -> checkOnce(order.run(series.machine(), place), series, own));
        Line times = new Line(series, CellHistory.TIME, inJava, runs);
        List<SeriesChange> changes = new ArrayList<>(times.changes());
        changes.addAll(new Line(series, CellHistory.RATIO, inJava, runs).changes());
        return new Result(series, times.points.size(), changes);
    }

    /** A renamed benchmark may be there under its old name, too, and a file of the store under two names. */
    private static void checkOnce(StoredRun run, SeriesKey series, List<Fork> forks) {
        if (forks.stream().mapToLong(Fork::fork).distinct().count() < forks.size()) {
            throw new InputException(
                    "run has the figures of a benchmark twice",
                    "take the line out of the file of --rename, or the copied file out of the store",
                    Detail.of("run", run.run()),
                    Detail.of("benchmark", series.cell()));
        }
    }

    /** Whether a series can have it: a stranger's file may hold anything, and of some figures there is no logarithm. */
    static boolean isFigure(double value) {
        return value > 0 && Double.isFinite(value);
    }

    /** {@code us/op} for {@code ops/us}: of a rate the inverse is searched, so that less is better. */
    static String costUnit(SeriesKey series) {
        return new MetricUnit(series.unit()).isRate() ? series.unit().replaceFirst("ops/(.*)", "$1/op") : series.unit();
    }

    /** One figure over time. */
    private final class Line {

        private final SeriesKey series;
        private final String of;
        private final MetricUnit unit;
        private final List<StoredRun> runs = new ArrayList<>();
        private final List<SeriesPoint> points = new ArrayList<>();

        Line(SeriesKey series, String of, boolean inJava, TreeMap<Integer, List<Fork>> forks) {
            this.series = series;
            this.of = of;
            this.unit = new MetricUnit(series.unit());
            forks.forEach((place, sameRun) -> {
                List<Double> figures = sameRun.stream()
                        .mapToDouble(this::figure)
                        .filter(SeriesDetector::isFigure)
                        .boxed()
                        .toList();
                if (!figures.isEmpty()) {
                    StoredRun run = order.run(series.machine(), place);
                    runs.add(run);
                    String build = HistoryRun.build(run.suite(), inJava, run.run());
                    points.add(new SeriesPoint(Estimate.medianOf(figures), build, order.facts(run)));
                }
            });
        }

        private double figure(Fork fork) {
            double value = of.equals(CellHistory.TIME) ? fork.value() : fork.value() / fork.baselineValue();
            return unit.cost(value);
        }

        List<SeriesChange> changes() {
            return points.isEmpty()
                    ? List.of()
                    : ChangeDetector.detect(points).changes().stream()
                            .map(this::change)
                            .toList();
        }

        private SeriesChange change(Change change) {
            ChangePoint found = change.place();
            StoredRun first = runs.get(found.at());
            ChangePoint place =
                    new ChangePoint(place(found.at()), place(found.earliest()), place(found.latest()), found.p());
            return new SeriesChange(
                    series,
                    of,
                    new Change(place, change.kind(), change.factor(), change.cause(), change.facts()),
                    first.run(),
                    first.startedUtc(),
                    first.commit(),
                    false,
                    points.size());
        }

        private int place(int at) {
            return order.place(series.machine(), runs.get(at).run());
        }
    }
}
