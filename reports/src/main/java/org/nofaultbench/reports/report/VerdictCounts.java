// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Verdict;

/** Counts the verdicts of a run and says what a count of many rows is worth. */
public final class VerdictCounts {

    /** What a verdict of one among many rows is worth. */
    static final String MANY_ROWS =
            "FASTER and SLOWER are judged over all comparisons of the run together: if nothing differs, at most "
                    + new Percent(100 * Comparisons.ALPHA)
                    + " of runs have any. Intervals are per row";

    private VerdictCounts() {}

    /** The counts, and what they are worth. */
    static Sentence explained(Analysis analysis) {
        return analysis.compared().isEmpty()
                ? Sentence.join("Nothing was compared in this run.")
                : Sentence.join(counts(analysis), ". " + MANY_ROWS + ": about one in twenty misses the true value.");
    }

    /** Such as {@code 2 comparisons: 1 SLOWER, 1 UNDECIDED}, each by the margin of its cell. */
    public static Sentence counts(Analysis analysis) {
        if (analysis.compared().isEmpty()) {
            return Sentence.join("nothing was compared in this run");
        }
        List<Sentence> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            Value count = count(analysis, verdict.name(), verdict::equals);
            if (count.value() > 0) {
                counts.add(Sentence.join(count, " " + verdict.label()));
            }
        }
        return Sentence.of(
                "{}: {}",
                Sentence.counted(compared(analysis), "comparison", "comparisons"),
                Sentence.list(", ", counts));
    }

    static Value compared(Analysis analysis) {
        return count(analysis, "", verdict -> true);
    }

    /** Those of which more rounds would not be expected to change the verdict. */
    static Value decided(Analysis analysis) {
        return count(analysis, "decided", Verdict::isDecided);
    }

    private static Value count(Analysis analysis, String detail, Predicate<Verdict> which) {
        return Value.count(
                new Origin(Statistic.VERDICTS, detail),
                analysis.compared().stream()
                        .filter(cell ->
                                which.test(cell.comparison().orElseThrow().verdict()))
                        .count());
    }
}
