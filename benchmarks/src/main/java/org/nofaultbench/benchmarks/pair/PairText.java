// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.pair.RepeatedPairTest.Repetition;
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

    /** The lines of one pair. */
    public List<String> block(String title, PairResult result) {
        Judgement judgement = result.judgement();
        return List.of(
                candidate + " against " + baseline + ", " + title,
                figure(candidate, PairFormat.ns(result.candidateNs())),
                figure(baseline, PairFormat.ns(result.baselineNs())),
                figure("ratio", PairFormat.ratio(judgement.ratio())),
                figure("verdict", PairFormat.verdict(judgement, margin)),
                figure(
                        "effort",
                        result.forks() + " forks, " + result.blocks() + " cycles, " + PairFormat.seconds(result.taken())
                                + "; " + result.involuntarySwitches() + " involuntary switches"),
                figure(
                        "sight",
                        "smallest detectable effect "
                                + PairFormat.percent(
                                        Optional.of(judgement.sight().smallestEffect()))
                                + ", A/A "
                                + PairFormat.percent(judgement.sight().selfDifference())));
    }

    private String figure(String name, String value) {
        int width = Math.max("verdict".length(), Math.max(candidate.length(), baseline.length()));
        return "  " + name + " ".repeat(width - name.length() + 2) + value;
    }

    /** Whether they are the same at every size, and where not. */
    public String summary(Map<String, PairResult> results) {
        List<String> others = results.entrySet().stream()
                .filter(pair -> pair.getValue().judgement().verdict() != Verdict.EQUIVALENT)
                .map(pair -> pair.getKey() + " (" + ratioAndVerdict(pair.getValue()) + ")")
                .toList();
        return others.isEmpty()
                ? "EQUIVALENT within " + margin + " at every size: " + String.join(", ", results.keySet())
                : "not shown to be EQUIVALENT within " + margin + " at: " + String.join(", ", others);
    }

    private static String ratioAndVerdict(PairResult result) {
        return PairFormat.ratio(result.judgement().ratio()) + "  " + PairFormat.verdict(result.judgement());
    }

    /** All of it. */
    public Stream<String> lines(Map<String, PairResult> results) {
        Stream<String> blocks =
                results.entrySet().stream().flatMap(pair -> block(pair.getKey(), pair.getValue()).stream());
        return results.size() == 1 ? blocks : Stream.concat(blocks, Stream.of(summary(results)));
    }

    /** One line for one of several tests. */
    public static String line(int number, int count, Repetition repetition) {
        return "trial " + number + "/" + count + "  "
                + repetition.results().entrySet().stream()
                        .map(pair -> pair.getKey() + "  " + ratioAndVerdict(pair.getValue()) + "  "
                                + pair.getValue().forks() + " forks  "
                                + PairFormat.seconds(pair.getValue().taken()))
                        .collect(Collectors.joining("; "));
    }

    /** How often tests came to which verdict, and how long it took them; at least one test. */
    public static List<String> summary(List<Repetition> repetitions) {
        return repetitions.get(0).results().keySet().stream()
                .map(pair -> {
                    List<PairResult> results = repetitions.stream()
                            .map(repetition -> repetition.results().get(pair))
                            .toList();
                    return pair + "  " + results.size() + " trials  " + counts(results) + "; decided after "
                            + times(results);
                })
                .toList();
    }

    private static String counts(List<PairResult> results) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> verdict.label() + " "
                        + results.stream()
                                .filter(result -> result.judgement().verdict() == verdict)
                                .count())
                .collect(Collectors.joining(", "));
    }

    /** Of those that were decided: least, lower quartile, median, upper quartile, most. */
    private static String times(List<PairResult> results) {
        List<Duration> taken = results.stream()
                .filter(result -> result.judgement().verdict().isDecided())
                .map(PairResult::taken)
                .sorted()
                .toList();
        return taken.isEmpty()
                ? "none"
                : Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                        .map(share -> PairFormat.seconds(taken.get((int) Math.round(share * (taken.size() - 1)))))
                        .collect(Collectors.joining(" / ", "", " (least / quartile / median / quartile / most)"));
    }
}
