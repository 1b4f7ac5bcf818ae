// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.nofaultbench.reports.simulation.Study;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * All studies of changes. The same seed and number of trials give the same tables, on any machine.
 *
 * @param trials series of 50 points drawn for a line; of longer ones fewer, so that every line takes as long
 * @param seed of the draws
 */
public record ChangeSimulation(int trials, long seed) {

    static final List<Integer> POINTS = List.of(50, 100, 200, 500, 1000);

    private static final List<String> COLUMNS = List.of(
            "series",
            "points",
            "drawn",
            "changes",
            "found",
            "range holds it",
            "false alarms",
            "precision",
            "recall",
            "F1",
            "alarmed");

    public List<Study> studies() {
        return List.of(
                new Study(
                        "Are changes of the level found, and only where they are?",
                        TEXT + oracle(),
                        COLUMNS,
                        rows(levels(), ChangePoints::of)),
                new Study(
                        "Are changes of the spread found?",
                        "Columns as above.",
                        COLUMNS,
                        rows(spreads(), ChangeSimulation::changesOfSpread)));
    }

    private static final String TEXT = """
            Noise has a deviation of 1; steps, ramps and spikes are given in it. Every change has at least ten points on either side, and
            its place is drawn. *Found* are changes for which a place within 2 points is reported, for a ramp within 2 points of any of
            its own. The *range holds it* where the range of places that is reported with each one, which is to hold it 999 times in
            1,000, comes within 2 points of it. *False alarms* are places that are reported where nothing changes; one that is 3 points
            off counts here, and as not found. Precision is found / (found + false alarms), recall found / changes, F1 their harmonic
            mean; *alarmed* is the share of series with a false alarm.

            Which of the places around a step is the first one, nobody can always say: noise may look like an earlier or a later step.
            """;

    private String oracle() {
        int points = POINTS.get(0);
        return String.format(
                Locale.ROOT,
                "Told both levels and the noise's deviation, and asked only where a step of 3 among %d points"
                        + " is, the best answer is more than 2 points off in %d of %d series.",
                points,
                Oracle.misplaced(points, 5 * trials, seed),
                5 * trials);
    }

    static List<ChangePoint> changesOfSpread(double[] values) {
        return ChangePoints.ofSpread(values, ChangePoints.of(values));
    }

    private static List<Kind> levels() {
        List<Kind> kinds = new ArrayList<>();
        for (double deviations : new double[] {1, 2, 3, 4, 5, 7, 10}) {
            kinds.add(new Kind.Step(deviations, Noise.NORMAL));
        }
        for (Noise noise : List.of(Noise.HEAVY_TAILS, Noise.SKEWED, Noise.TWO_CLUSTERS)) {
            kinds.add(new Kind.Step(3, noise));
        }
        kinds.addAll(List.of(
                new Kind.Steps(3), new Kind.Steps(5), new Kind.Ramp(3, 10), new Kind.Ramp(5, 20), new Kind.Spike()));
        kinds.addAll(List.of(new Kind.Unlabelled(new Kind.Spread(3)), new Kind.Unlabelled(new Kind.Spread(5))));
        kinds.addAll(nothing());
        return kinds;
    }

    private static List<Kind> spreads() {
        List<Kind> kinds = new ArrayList<>(
                List.of(new Kind.Spread(2), new Kind.Spread(3), new Kind.Spread(5), new Kind.Spread(10)));
        kinds.addAll(nothing());
        return kinds;
    }

    private static List<Kind> nothing() {
        return List.of(Noise.values()).stream().<Kind>map(Kind.Nothing::new).toList();
    }

    private List<List<String>> rows(List<Kind> kinds, Function<double[], List<ChangePoint>> detector) {
        List<List<String>> rows = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int points : POINTS) {
                int series = Math.max(1, (int) ((long) trials * POINTS.get(0) / points));
                rows.add(row(kind.words(), points, Score.of(kind, points, series, seed, detector)));
            }
        }
        return rows;
    }

    private static List<String> row(String name, int points, Score score) {
        boolean labelled = score.changes() > 0;
        return List.of(
                name,
                "" + points,
                "" + score.series(),
                "" + score.changes(),
                labelled ? "" + score.found() : "-",
                labelled ? "" + score.within() : "-",
                "" + score.falseAlarms(),
                share(labelled, score.precision()),
                share(labelled, score.recall()),
                share(labelled, score.f1()),
                String.format(Locale.ROOT, "%.2f%%", 100 * score.alarmRate()));
    }

    private static String share(boolean labelled, double share) {
        return labelled && !Double.isNaN(share) ? String.format(Locale.ROOT, "%.4f", share) : "-";
    }
}
