// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Repetition;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Result;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * What came of a test, as text: a block for each pair and, of several, a sentence on all of them.
 *
 * @param candidate id of its strategy
 * @param baseline id of its strategy
 * @param margin asked for
 */
public record PairText(String candidate, String baseline, Margin margin) {

    private static final double MILLIS = 1000;
    private static final double HUNDRED = 100;

    public List<String> block(String title, Result result) {
        Judgement judgement = result.judgement();
        return List.of(
                candidate + " against " + baseline + ", " + title,
                figure(candidate, ns(result.candidateNs())),
                figure(baseline, ns(result.baselineNs())),
                figure("ratio", ratio(judgement.ratio())),
                figure("verdict", verdict(judgement, margin)),
                figure(
                        "effort",
                        result.forks() + " forks, " + result.blocks() + " cycles, " + seconds(result.taken()) + "; "
                                + result.involuntarySwitches() + " involuntary switches"),
                figure(
                        "sight",
                        "smallest detectable effect "
                                + percent(Optional.of(judgement.sight().smallestEffect()))
                                + ", A/A "
                                + percent(judgement.sight().selfDifference())));
    }

    private String figure(String name, String value) {
        int width = Math.max("verdict".length(), Math.max(candidate.length(), baseline.length()));
        return "  " + name + " ".repeat(width - name.length() + 2) + value;
    }

    /** Whether they are the same at every size, and where not. */
    public String summary(Map<String, Result> results) {
        List<String> others = results.entrySet().stream()
                .filter(pair -> pair.getValue().judgement().verdict() != Verdict.EQUIVALENT)
                .map(pair -> pair.getKey() + " (" + ratioAndVerdict(pair.getValue()) + ")")
                .toList();
        return others.isEmpty()
                ? "EQUIVALENT within " + margin + " at every size: " + String.join(", ", results.keySet())
                : "not shown to be EQUIVALENT within " + margin + " at: " + String.join(", ", others);
    }

    private static String ratioAndVerdict(Result result) {
        return ratio(result.judgement().ratio()) + "  " + verdict(result.judgement());
    }

    public Stream<String> lines(Map<String, Result> results) {
        Stream<String> blocks =
                results.entrySet().stream().flatMap(pair -> block(pair.getKey(), pair.getValue()).stream());
        return results.size() == 1 ? blocks : Stream.concat(blocks, Stream.of(summary(results)));
    }

    /**
     * A test while it goes on. The interval is that of the last look, since only looks have an error that adds up; the ratio
     * before it is that of all forks.
     *
     * @param row such as its size
     * @param lookedAt judgement of the last look; empty before the first
     */
    public static String progress(String row, int forks, double ratio, Optional<Judgement> lookedAt, Duration elapsed) {
        String look = lookedAt.map(judgement -> "looked at " + judgement.ratio().n() + ": " + ratio(judgement.ratio())
                        + "  " + verdict(judgement))
                .orElse("not looked at yet");
        return row + "  " + ratio(ratio) + "  " + look + "  " + forks + " forks  " + seconds(elapsed);
    }

    /** One line for one of several tests. */
    public static String line(int number, int count, Repetition repetition) {
        return "trial " + number + "/" + count + "  "
                + repetition.results().entrySet().stream()
                        .map(pair -> pair.getKey() + "  " + ratioAndVerdict(pair.getValue()) + "  "
                                + pair.getValue().forks() + " forks  "
                                + seconds(pair.getValue().taken()))
                        .collect(Collectors.joining("; "));
    }

    /** How often tests came to which verdict, and how long it took them; at least one test. */
    public static List<String> summary(List<Repetition> repetitions) {
        return repetitions.get(0).results().keySet().stream()
                .map(pair -> {
                    List<Result> results = repetitions.stream()
                            .map(repetition -> repetition.results().get(pair))
                            .toList();
                    return pair + "  " + results.size() + " trials  " + counts(results) + "; decided after "
                            + times(results);
                })
                .toList();
    }

    private static String counts(List<Result> results) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> verdict.label() + " "
                        + results.stream()
                                .filter(result -> result.judgement().verdict() == verdict)
                                .count())
                .collect(Collectors.joining(", "));
    }

    /** Of those that were decided: least, lower quartile, median, upper quartile, most. */
    private static String times(List<Result> results) {
        List<Duration> taken = results.stream()
                .filter(result -> result.judgement().verdict().isDecided())
                .map(Result::taken)
                .sorted()
                .toList();
        return taken.isEmpty()
                ? "none"
                : Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                        .map(share -> seconds(taken.get((int) Math.round(share * (taken.size() - 1)))))
                        .collect(Collectors.joining(" / ", "", " (least / quartile / median / quartile / most)"));
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.4f", ratio);
    }

    static String ratio(Estimate ratio) {
        return withInterval(ratio, "", PairText::ratio);
    }

    static String ns(Estimate ns) {
        return withInterval(ns, " ns", PairText::ns);
    }

    private static String withInterval(Estimate estimate, String unit, DoubleFunction<String> text) {
        return text.apply(estimate.median()) + unit + "  "
                + estimate.interval()
                        .map(bounds -> "[" + text.apply(bounds.low()) + ", " + text.apply(bounds.high()) + "]")
                        .orElse("[too few forks for an interval]");
    }

    private static String ns(double ns) {
        return String.format(Locale.ROOT, ns < HUNDRED ? "%,.3f" : "%,.1f", ns);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", HUNDRED * share);
    }

    /** One that might be infinite, or not be there. */
    static String percent(Optional<Double> share) {
        return share.filter(Double::isFinite).map(PairText::percent).orElse("not known with so few forks");
    }

    /** In short, such as {@code UNDECIDED, leans SLOWER}. */
    static String verdict(Judgement judgement) {
        return switch (judgement.verdict()) {
            case UNDECIDED, TOO_FEW -> judgement.verdict().label() + ", leans " + judgement.lean();
            default -> judgement.verdict().label();
        };
    }

    static String verdict(Judgement judgement, Margin margin) {
        double ratio = judgement.ratio().median();
        return switch (judgement.verdict()) {
            case EQUIVALENT -> "EQUIVALENT within " + margin + inside(judgement);
            case FASTER -> "FASTER, takes " + percent(1 - ratio) + " less time";
            case SLOWER -> "SLOWER, takes " + percent(ratio - 1) + " more time";
            default -> verdict(judgement) + "; more --seconds may decide";
        };
    }

    /** A difference that is smaller than what was asked for is still there. */
    private static String inside(Judgement judgement) {
        boolean differs =
                judgement.ratio().interval().filter(bounds -> !bounds.holds(1)).isPresent();
        return differs ? ", though not the same: 1 is outside of the interval; a smaller --margin may decide" : "";
    }
}
