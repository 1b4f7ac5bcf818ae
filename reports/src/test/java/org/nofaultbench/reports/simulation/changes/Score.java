// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * What a detector found in labelled series.
 *
 * @param series how many
 * @param changes in them
 * @param found of those
 * @param within changes whose reported range lies within {@link ChangePoints#REACH} of them
 * @param falseAlarms reported where nothing changes
 * @param alarmed series with one of these
 */
record Score(int series, int changes, int found, int within, int falseAlarms, int alarmed) {

    private static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

    /** Of as many series; the n-th has a generator of its own, whatever is drawn before it. */
    static Score of(Kind kind, int points, int series, long seed, Function<double[], List<ChangePoint>> detector) {
        long first = 1_000_003L * (1_000_003L * seed + points) + kind.words().hashCode();
        return IntStream.range(0, series)
                .parallel()
                .mapToObj(i -> {
                    Labelled drawn = kind.draw(points, new Random(first + 31L * i));
                    return of(drawn, detector.apply(drawn.values()));
                })
                .reduce(NONE, Score::plus);
    }

    private static Score of(Labelled labelled, List<ChangePoint> reported) {
        int found = 0;
        int within = 0;
        for (Labelled.Truth truth : labelled.truths()) {
            found += reported.stream().anyMatch(change -> truth.isMetBy(change.at())) ? 1 : 0;
            within += reported.stream()
                            .anyMatch(change -> change.earliest() - ChangePoints.REACH <= truth.to()
                                    && truth.from() <= change.latest() + ChangePoints.REACH)
                    ? 1
                    : 0;
        }
        int wrong = (int) reported.stream()
                .filter(change -> labelled.truths().stream().noneMatch(truth -> truth.isMetBy(change.at())))
                .count();
        return new Score(1, labelled.truths().size(), found, within, wrong, wrong > 0 ? 1 : 0);
    }

    private Score plus(Score other) {
        return new Score(
                series + other.series,
                changes + other.changes,
                found + other.found,
                within + other.within,
                falseAlarms + other.falseAlarms,
                alarmed + other.alarmed);
    }

    double recall() {
        return (double) found / changes;
    }

    double precision() {
        return (double) found / (found + falseAlarms);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    double alarmRate() {
        return (double) alarmed / series;
    }
}
