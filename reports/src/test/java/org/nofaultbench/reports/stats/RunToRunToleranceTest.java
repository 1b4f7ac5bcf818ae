// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunToRunToleranceTest {

    private static final int ROWS = 40;
    private static final int FORKS = 10;

    /** Some rows are noisy and move far, the others are quiet and do not: each shift belongs to the noise of its own row. */
    private static List<UnpairedForks> rows() {
        Random random = new Random(7);
        List<UnpairedForks> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double noise = row % 3 == 0 ? 0.1 : 0.002;
            rows.add(UnpairedForks.ofTwoRuns(forks(random, noise), forks(random, noise)));
        }
        return rows;
    }

    private static List<Double> forks(Random random, double noise) {
        return Stream.generate(() -> 100 * Math.exp(noise * random.nextGaussian()))
                .limit(FORKS)
                .toList();
    }

    private static double scatter(List<UnpairedForks> rows) {
        double[] shifts =
                rows.stream().mapToDouble(row -> Math.log(row.ratio().median())).toArray();
        RunToRunTolerance allowance = new RunToRunTolerance(rows, shifts, BetweenRuns.DEFAULT);
        allowance.sharedShift();
        return allowance.scatter();
    }

    @Test
    void isTheSameInWhateverOrderTheRowsStand() {
        List<UnpairedForks> rows = rows();
        double scatter = scatter(rows);
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(rows, new Random(shuffle));
            assertThat(scatter(rows)).isCloseTo(scatter, within(1e-9));
        }
    }

    @Test
    void leavesTheShiftsWithTheirRows() {
        List<UnpairedForks> rows = rows();
        double[] shifts =
                rows.stream().mapToDouble(row -> Math.log(row.ratio().median())).toArray();
        double[] before = shifts.clone();
        new RunToRunTolerance(rows, shifts, BetweenRuns.DEFAULT).log();
        assertThat(shifts).containsExactly(before);
    }
}
