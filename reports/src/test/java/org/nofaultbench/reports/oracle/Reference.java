// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Statistics from the papers that the suite cites, written a second time on Commons Math. */
final class Reference {

    static final double ALPHA = 0.005;
    static final int FEWEST_ROUNDS = 9;
    private static final double LEVEL = 0.95;
    private static final int FLIPS = 20_000;

    private Reference() {}

    /** What a figure should be. */
    record Expected(double value, double[] interval, int n) {

        static Expected exactly(double value) {
            return new Expected(value, null, 0);
        }
    }

    /** Median with the interpolated order statistics of Hettmansperger and Sheather; no interval below six values. */
    static Expected median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(x -> x).sorted().toArray();
        return new Expected(new Median().evaluate(sorted), interval(sorted), sorted.length);
    }

    /** Chance that the order statistics at a depth from either end hold the median. */
    private static double coverage(int n, int depth) {
        return depth == 0 ? 1 : 1 - 2 * new BinomialDistribution(n, 0.5).cumulativeProbability(depth - 1);
    }

    private static double[] interval(double[] sorted) {
        int n = sorted.length;
        int depth = 0;
        while (2 * (depth + 1) <= n && coverage(n, depth + 1) >= LEVEL) {
            depth++;
        }
        if (depth == 0) {
            return null;
        }
        double low = sorted[depth - 1];
        double high = sorted[n - depth];
        if (2 * (depth + 1) > n) {
            return new double[] {low, high};
        }
        double share = (coverage(n, depth) - LEVEL) / (coverage(n, depth) - coverage(n, depth + 1));
        double weight = (n - depth) * share / (depth + (n - 2 * depth) * share);
        double innerLow = sorted[depth];
        double innerHigh = sorted[n - depth - 1];
        double widest = innerHigh - innerLow;
        return new double[] {
            innerLow - low > widest ? low : low + weight * (innerLow - low),
            high - innerHigh > widest ? high : high - weight * (high - innerHigh)
        };
    }

    /** Of the rounds that both sides have. */
    static List<Double> byRound(List<NavigableMap<Integer, Double>> sides, DoubleBinaryOperator operator) {
        List<Double> values = new ArrayList<>();
        sides.get(0).forEach((round, value) -> {
            if (sides.get(1).containsKey(round)) {
                values.add(operator.applyAsDouble(value, sides.get(1).get(round)));
            }
        });
        return values;
    }

    /** Hodges and Lehmann: the median of all quotients, on logarithms. */
    static double quotient(List<Double> base, List<Double> next) {
        List<Double> logs = new ArrayList<>();
        base.forEach(was -> next.forEach(now -> logs.add(Math.log(now / was))));
        return Math.exp(RawRun.median(logs));
    }

    static String verdict(Expected ratio, double margin, double p) {
        double[] ends = ratio.interval;
        if (ends != null && ends[0] >= 1 / (1 + margin) && ends[1] <= 1 + margin) {
            return "EQUIVALENT";
        }
        if (ends == null || ratio.n < FEWEST_ROUNDS) {
            return "TOO_FEW";
        }
        return p > ALPHA || ends[0] <= 1 && ends[1] >= 1 ? "UNDECIDED" : ends[1] < 1 ? "FASTER" : "SLOWER";
    }

    /** Westfall and Young's step-down p values under flips of whole rounds; rows of fewer than nine rounds stand outside. */
    static double[] signFlips(List<List<NavigableMap<Integer, Double>>> rows) {
        TreeSet<Integer> rounds = new TreeSet<>();
        List<List<NavigableMap<Integer, Double>>> judged = rows.stream()
                .filter(row -> byRound(row, Double::sum).size() >= FEWEST_ROUNDS)
                .toList();
        judged.forEach(row ->
                row.get(0).keySet().stream().filter(row.get(1)::containsKey).forEach(rounds::add));
        double[][] logs = judged.stream().map(row -> cut(row, rounds)).toArray(double[][]::new);
        double[] observed = extremes(logs, ones(rounds.size()));
        Integer[] order = new Integer[logs.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(observed[a], observed[b]));
        boolean all = rounds.size() < 14;
        int flips = all ? 1 << Math.max(0, rounds.size() - 1) : FLIPS;
        int[] atLeast = new int[logs.length];
        Random random = new Random(7);
        for (int flip = 0; flip < flips; flip++) {
            double[] signs = ones(rounds.size());
            for (int i = 0; i < signs.length; i++) {
                signs[i] = (all ? i > 0 && (flip >> i - 1 & 1) == 1 : flip > 0 && random.nextBoolean()) ? -1 : 1;
            }
            double[] flipped = extremes(logs, signs);
            double most = 0;
            for (int row : order) {
                most = Math.max(most, flipped[row]);
                atLeast[row] += most >= observed[row] * (1 - 1e-9) ? 1 : 0;
            }
        }
        double[] p = new double[logs.length];
        double largest = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            largest = Math.max(largest, (double) atLeast[order[i]] / flips);
            p[order[i]] = largest;
        }
        double[] ofAll = new double[rows.size()];
        Arrays.fill(ofAll, 1);
        for (int i = 0; i < judged.size(); i++) {
            ofAll[rows.indexOf(judged.get(i))] = p[i];
        }
        return ofAll;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Logarithms of a row's ratios, at most three times the median one; NaN in rounds that it has not. */
    private static double[] cut(List<NavigableMap<Integer, Double>> row, TreeSet<Integer> rounds) {
        double[] logs = rounds.stream()
                .mapToDouble(
                        round -> row.get(0).containsKey(round) && row.get(1).containsKey(round)
                                ? Math.log(row.get(0).get(round) / row.get(1).get(round))
                                : Double.NaN)
                .toArray();
        double most = 3
                * new Median()
                        .evaluate(Arrays.stream(logs)
                                .filter(log -> !Double.isNaN(log))
                                .map(Math::abs)
                                .toArray());
        return Arrays.stream(logs)
                .map(log -> Double.isNaN(log) ? log : Math.max(-most, Math.min(most, log)))
                .toArray();
    }

    private static double[] extremes(double[][] logs, double[] signs) {
        return Arrays.stream(logs)
                .mapToDouble(row -> {
                    double sum = 0;
                    double squares = 0;
                    int n = 0;
                    for (int i = 0; i < row.length; i++) {
                        if (!Double.isNaN(row[i])) {
                            sum += signs[i] * row[i];
                            squares += row[i] * row[i];
                            n++;
                        }
                    }
                    double share = squares == 0 ? 0 : Math.min(1, sum * sum / (n * squares));
                    return -n * Math.log1p(-share);
                })
                .toArray();
    }
}
