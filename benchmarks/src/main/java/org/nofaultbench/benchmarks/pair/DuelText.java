// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * What came of a duel, as text: a block for each comparison and, of several, a sentence on all of them.
 *
 * @param candidate id of its strategy
 * @param baseline id of its strategy
 * @param margin asked for
 */
public record DuelText(String candidate, String baseline, Margin margin) {

    /** The lines of one comparison. */
    public List<String> block(String title, DuelRow row) {
        Judgement judgement = row.judgement();
        return List.of(
                candidate + " against " + baseline + ", " + title,
                figure(candidate, Words.ns(row.candidateNs())),
                figure(baseline, Words.ns(row.baselineNs())),
                figure("ratio", Words.ratio(judgement.ratio())),
                figure("verdict", Words.verdict(judgement, margin)),
                figure("effort", row.forks() + " forks, " + row.cycles() + " cycles, " + Words.seconds(row.taken()) + "; "
                        + row.involuntarySwitches() + " involuntary switches"),
                figure("sight", "smallest detectable effect "
                        + Words.percent(Optional.of(judgement.sight().smallestEffect()))
                        + ", A/A " + Words.percent(judgement.sight().selfDifference())));
    }

    private String figure(String name, String value) {
        int width = Math.max("verdict".length(), Math.max(candidate.length(), baseline.length()));
        return "  " + name + " ".repeat(width - name.length() + 2) + value;
    }

    /** Whether they are the same at every size, and where not. */
    public String summary(Map<String, DuelRow> rows) {
        List<String> others = rows.entrySet().stream()
                .filter(row -> row.getValue().judgement().verdict() != Verdict.EQUIVALENT)
                .map(row -> row.getKey() + " (" + Words.ratio(row.getValue().judgement().ratio()) + "  "
                        + Words.verdict(row.getValue().judgement()) + ")")
                .toList();
        return others.isEmpty()
                ? "EQUIVALENT within " + margin + " at every size: " + String.join(", ", rows.keySet())
                : "not shown to be EQUIVALENT within " + margin + " at: " + String.join(", ", others);
    }

    /** All of it. */
    public Stream<String> lines(Map<String, DuelRow> rows) {
        Stream<String> blocks = rows.entrySet().stream().flatMap(row -> block(row.getKey(), row.getValue()).stream());
        return rows.size() == 1 ? blocks : Stream.concat(blocks, Stream.of(summary(rows)));
    }
}
