// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two cells side by side in the rounds that both have.
 *
 * @param of round to figure
 * @param over round to figure of what it is compared with
 * @param look whose intervals are printed
 */
record RawPair(Map<Integer, Double> of, Map<Integer, Double> over, RawLook look) {

    /** Of a single look, whichever look it was: what the row could have seen. */
    private static final double ALPHA = 0.005;
    private static final double POWER = 0.8;
    private static final int FEWEST = 9;

    /** Of forks of their own. */
    static RawPair of(RawCell cell, RawCell other) {
        return new RawPair(cell.figures(), other.figures(), RawLook.ONLY);
    }

    /** With the baseline: within the cell's own forks, where these held both. */
    static RawPair compared(RawCell cell, RawCell baseline) {
        Map<Integer, Double> beside = cell.beside();
        return beside.isEmpty() ? of(cell, baseline) : new RawPair(cell.figures(), beside, RawLook.ONLY);
    }

    /** What a look saw of it. */
    RawPair at(RawLook look) {
        return new RawPair(look.upTo(of), look.upTo(over), look);
    }

    SortedSet<Integer> rounds() {
        SortedSet<Integer> rounds = new TreeSet<>(of.keySet());
        rounds.retainAll(over.keySet());
        return rounds;
    }

    Sorted ratios() {
        return new Sorted(each((a, b) -> a / b), look.level());
    }

    Sorted differences() {
        return new Sorted(each((a, b) -> a - b), look.level());
    }

    List<Double> logs() {
        return each((a, b) -> Math.log(a / b));
    }

    private List<Double> each(DoubleBinaryOperator operator) {
        List<Double> values = new ArrayList<>();
        for (int round : rounds()) {
            values.add(operator.applyAsDouble(of.get(round), over.get(round)));
        }
        return values;
    }

    /** The least difference that one among so many rows would show four times in five. */
    double sees(int rows) {
        List<Double> logs = logs();
        int n = logs.size();
        if (n < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = new Sorted(logs).sum() / n;
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        TDistribution t = TDistribution.of(n - 1);
        double errors = t.inverseSurvivalProbability(ALPHA / (2 * rows)) + t.inverseCumulativeProbability(POWER);
        return Math.exp(errors * Math.sqrt(squares / (n - 1) / n)) - 1;
    }

    /** The median step from one round to the next. */
    double selfDifference() {
        List<Double> logs = logs();
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < logs.size(); i++) {
            steps.add(Math.abs(logs.get(i) - logs.get(i - 1)));
        }
        return steps.isEmpty() ? Double.NaN : Math.exp(new Sorted(steps).median()) - 1;
    }
}
