// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class EnergySplitTest {

    private static final int SHORTEST = 5;

    /** The paper's equations, written down with every pair of values. */
    @RepeatedTest(20)
    void isWhereTheEnergyDistanceIsGreatest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] values = random.doubles(60, 0, 10).map(Math::rint).toArray();
        int from = random.nextInt(20);
        int to = 60 - random.nextInt(20);
        int expected = IntStream.rangeClosed(from + SHORTEST, to - SHORTEST)
                .boxed()
                .max((one, other) -> Double.compare(energy(values, from, one, to), energy(values, from, other, to)))
                .orElseThrow();
        int found = new EnergySplit(values).best(from, to, SHORTEST);
        assertThat(energy(values, from, found, to)).isCloseTo(energy(values, from, expected, to), Offset.offset(1e-9));
    }

    private static double energy(double[] values, int from, int at, int to) {
        double[] x = Arrays.copyOfRange(values, from, at);
        double[] y = Arrays.copyOfRange(values, at, to);
        double n = x.length;
        double m = y.length;
        return n
                * m
                / (n + m)
                * (2 * distances(x, y) / (n * m) - distances(x, x) / (n * (n - 1)) - distances(y, y) / (m * (m - 1)));
    }

    private static double distances(double[] x, double[] y) {
        return Arrays.stream(x)
                .map(one -> Arrays.stream(y).map(other -> Math.abs(one - other)).sum())
                .sum();
    }
}
