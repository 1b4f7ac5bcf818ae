// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of two runs: the figures of its forks on either side. Unlike {@link PairedRounds} nothing ties a fork of the one
 * run to a fork of the other: a round of the one has nothing to do with a round of the other.
 *
 * <p>The ratio is the median, over all pairs of a fork of the new run with a fork of the base, of the quotient of their
 * figures (Hodges and Lehmann, Annals of Mathematical Statistics 34, 1963, 598-611, on logarithms). As with paired rounds it
 * is a median of quotients and not the quotient of two medians: forks that fall into two clusters make a median jump from one
 * to the other, and the interval of such a quotient says nothing. Its interval ({@link RankSum}) assumes no shape of the
 * noise, only that it is the same on both sides.
 *
 * @param base the forks of every run that is compared with, each in the order of time; costs, above 0
 * @param next the forks of the new run in the order of time, same unit
 */
public record UnpairedForks(List<List<Double>> base, List<Double> next) {

    public UnpairedForks {
        base = base.stream().filter(run -> !run.isEmpty()).map(List::copyOf).toList();
        next = List.copyOf(next);
        if (base.isEmpty() || next.isEmpty()) {
            throw new IllegalArgumentException("both sides need a fork: base=" + base.size() + ", next=" + next.size());
        }
    }

    /** Against a single run. */
    public static UnpairedForks ofTwoRuns(List<Double> base, List<Double> next) {
        return new UnpairedForks(List.of(base), next);
    }

    /** New over base; above 1 is more cost. */
    public Estimate ratio() {
        double[] quotients = differences(baseLogs(), nextLogs());
        Arrays.sort(quotients);
        int depth = RankSum.ofSizes(baseForks(), nextForks()).depth(Estimate.CONFIDENCE);
        Optional<Interval> interval = depth == 0
                ? Optional.empty()
                : Optional.of(
                        new Interval(Math.exp(quotients[depth - 1]), Math.exp(quotients[quotients.length - depth])));
        return new Estimate(Math.exp(Estimate.medianOf(quotients)), interval, Math.min(baseForks(), nextForks()));
    }

    int baseForks() {
        return base.stream().mapToInt(List::size).sum();
    }

    int nextForks() {
        return next.size();
    }

    double[] baseLogs() {
        return logs(base.stream().flatMap(List::stream));
    }

    double[] nextLogs() {
        return logs(next.stream());
    }

    /** Every run of the row by itself, the new one last. */
    List<double[]> runs() {
        return Stream.concat(base.stream(), Stream.of(next))
                .map(run -> logs(run.stream()))
                .toList();
    }

    private static double[] logs(Stream<Double> figures) {
        return figures.mapToDouble(Math::log).toArray();
    }

    /** By how much the second sample lies above the first. */
    static double shift(double[] from, double[] to) {
        return Estimate.medianOf(differences(from, to));
    }

    private static double[] differences(double[] from, double[] to) {
        double[] all = new double[from.length * to.length];
        int at = 0;
        for (double was : from) {
            for (double is : to) {
                all[at++] = is - was;
            }
        }
        return all;
    }
}
