// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * All studies. The same seed and number of trials give the same tables, on any machine.
 *
 * @param trials runs drawn for each line of a table; of whole tables of many rows, and of power, a tenth
 * @param seed of the draws
 */
public record Simulation(int trials, long seed) {

    private static final int[] ROUNDS = {10, 15, 30};
    private static final int[] TABLE_ROWS = {10, 100};
    private static final double[] EFFECTS = {1.005, 1.01, 1.02, 1.05};
    private static final int MOST_LOOKED_AT = 47;
    /** Of the ratio at which the same and different meet. */
    private static final double EDGE = 1.01;

    public List<Study> studies() {
        return List.of(
                coverageStudy(),
                falseAlarmStudy(),
                edgeStudy(),
                powerStudy(),
                looksStudy(),
                RunPairs.study(trials, seed));
    }

    List<Coverage> coverage() {
        Map<Noise, Double> truths = Cases.all().stream()
                .map(Noise::steady)
                .distinct()
                .parallel()
                .collect(Collectors.toConcurrentMap(noise -> noise, noise -> Truth.of(noise, seed)));
        return each(
                Cases.all(),
                ROUNDS,
                (noise, rounds, random) -> Coverage.of(noise, truths.get(noise.steady()), rounds, trials, random));
    }

    List<FalseAlarms> falseAlarms() {
        return each(
                Cases.identical(),
                TABLE_ROWS,
                (noise, rows, random) -> FalseAlarms.of(noise, rows, ROUNDS[0], tenth(), random));
    }

    List<Power> edge() {
        return each(
                Cases.identical(), ROUNDS, (noise, rounds, random) -> Power.of(noise, EDGE, rounds, trials, random));
    }

    List<Power> power() {
        List<Power> all = new ArrayList<>();
        for (double effect : EFFECTS) {
            all.addAll(each(
                    Cases.identical().stream()
                            .filter(noise -> !noise.drifting())
                            .toList(),
                    ROUNDS,
                    (noise, rounds, random) -> Power.of(noise, effect, rounds, tenth(), random)));
        }
        return all;
    }

    List<RepeatedLooks> looks(double ratio) {
        return each(
                Cases.identical(),
                new int[] {MOST_LOOKED_AT},
                (noise, rounds, random) -> RepeatedLooks.of(noise, ratio, rounds, tenth(), random));
    }

    private int tenth() {
        return Math.max(1, trials / 10);
    }

    /** Draws one line. */
    private interface Line<R> {
        R draw(Noise noise, int number, UniformRandomProvider random);
    }

    /** Every line has a generator of its own, so that it does not depend on the order in which they are drawn. */
    private <R> List<R> each(List<Noise> cases, int[] numbers, Line<R> line) {
        return cases.stream()
                .flatMap(noise -> Arrays.stream(numbers).mapToObj(number -> new Drawing(noise, number)))
                .parallel()
                .map(of -> line.draw(of.noise, of.number, of.random(seed)))
                .toList();
    }

    private record Drawing(Noise noise, int number) {
        UniformRandomProvider random(long seed) {
            return RandomSource.XO_RO_SHI_RO_128_PP.create(
                    new long[] {seed, 31L * Cases.all().indexOf(noise) + number});
        }
    }

    private Study coverageStudy() {
        return new Study(
                "Does the interval hold the median of the ratios in 95% of runs?",
                "Promised: at least 94% in every line, at most 96% where both sides are Gaussian. Widths are means, as shares of"
                        + " the ratio; Student's interval, beside it, is right for Gaussian noise only.",
                List.of("noise", "between forks", "rounds", "covered", "width", "Student's width"),
                rows(
                        coverage(),
                        line -> Stream.of(
                                line.noise().toString(),
                                forks(line.noise()),
                                "" + line.rounds(),
                                line.covered().toString(),
                                percent(line.width()),
                                percent(line.studentWidth()))));
    }

    private Study falseAlarmStudy() {
        return new Study(
                "How many tables of rows that are all the same show a difference?",
                "All rows have one baseline, as in a run. Promised: at most 1%.",
                List.of("noise", "between forks", "rows", "rounds", "tables with FASTER or SLOWER"),
                rows(
                        falseAlarms(),
                        line -> Stream.of(
                                line.noise().toString(),
                                forks(line.noise()),
                                "" + line.rows(),
                                "" + line.rounds(),
                                line.tables().toString())));
    }

    private Study edgeStudy() {
        return new Study(
                "How often is a difference of exactly the margin called EQUIVALENT?",
                "True ratio 1.01, margin 1%. Promised: at most 5%.",
                List.of("noise", "between forks", "rounds", "EQUIVALENT", "SLOWER", "FASTER"),
                rows(
                        edge(),
                        line -> Stream.of(
                                line.noise().toString(),
                                forks(line.noise()),
                                "" + line.rounds(),
                                line.equivalent().toString(),
                                line.found().toString(),
                                line.wrong().toString())));
    }

    private Study powerStudy() {
        return new Study(
                "How often is a difference found?",
                "Runs of one row whose noise has a standard deviation of " + percent(Noise.SPREAD)
                        + " a sample, on a steady"
                        + " machine. A row that sees x% finds a difference of x% four times in five.",
                List.of("noise", "between forks", "rounds", "true ratio", "SLOWER", "EQUIVALENT", "FASTER", "sees"),
                rows(
                        power(),
                        line -> Stream.of(
                                line.noise().toString(),
                                forks(line.noise()),
                                "" + line.rounds(),
                                "" + line.ratio(),
                                line.found().toString(),
                                line.equivalent().toString(),
                                line.wrong().toString(),
                                percent(line.sees()))));
    }

    private Study looksStudy() {
        List<RepeatedLooks> all = new ArrayList<>();
        for (double ratio : new double[] {1, EDGE, 1.05}) {
            all.addAll(looks(ratio));
        }
        return new Study(
                "What becomes of a comparison that is looked at until it is decided?",
                "Looks after 10, 14, 19 rounds and so on, " + MOST_LOOKED_AT
                        + " at most. Promised: at a true ratio of 1 at most"
                        + " 1% FASTER or SLOWER, at 1.01 at most 5% EQUIVALENT.",
                List.of("noise", "between forks", "true ratio", "SLOWER", "FASTER", "EQUIVALENT", "mean rounds"),
                rows(
                        all,
                        line -> Stream.of(
                                line.noise().toString(),
                                forks(line.noise()),
                                "" + line.ratio(),
                                line.slower().toString(),
                                line.faster().toString(),
                                line.equivalent().toString(),
                                String.format(Locale.ROOT, "%.1f", line.rounds()))));
    }

    private static <R> List<List<String>> rows(List<R> lines, Function<R, Stream<String>> cells) {
        return lines.stream().map(line -> cells.apply(line).toList()).toList();
    }

    private static String forks(Noise noise) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * noise.forkShare());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
