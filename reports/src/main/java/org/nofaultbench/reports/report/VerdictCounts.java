// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Verdict;

/** Counts the verdicts of a run and says what a count of many rows is worth. */
public final class VerdictCounts {

    /** What a verdict of one among many rows is worth. */
    static final String MANY_ROWS = "FASTER and SLOWER are judged over all comparisons of the run together: of runs without any"
            + " difference at most " + new Percent(100 * Comparisons.ALPHA) + " show one. Intervals are per row";

    private VerdictCounts() {}

    public static String of(Analysis analysis) {
        return analysis.compared().isEmpty()
                ? "Nothing was compared in this run."
                : counts(analysis) + ". " + MANY_ROWS + ": expect about one in twenty to miss.";
    }

    /** Such as {@code 2 comparisons with a margin of 1%: 1 SLOWER, 1 UNDECIDED}. */
    public static String counts(Analysis analysis) {
        List<CellResult> compared = analysis.compared();
        if (compared.isEmpty()) {
            return "nothing was compared in this run";
        }
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = compared.stream().filter(cell -> cell.comparison().orElseThrow().verdict() == verdict).count();
            if (count > 0) {
                counts.add(count + " " + verdict.label());
            }
        }
        return Plural.of(compared.size(), "comparison", "comparisons") + " with a margin of " + analysis.margin() + ": "
                + String.join(", ", counts);
    }
}
