// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.section.Numbers;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.RunJudgement;
import org.nofaultbench.reports.stats.UnpairedForks;

/**
 * By how much do the times of the two kernels differ? Nothing pairs their rounds, so they are judged as {@code compare} judges
 * two runs, over every time that both have and not only over the rows that are shown.
 */
final class KernelRatios {

    /** Quotients of a row; {@code compare} refuses more, and so a hostile run cannot make this slow. */
    private static final long MOST_PAIRS = 40_000;

    private final Map<String, RunJudgement> judged;

    KernelRatios(Analysis unpatched, Analysis patched) {
        Map<String, UnpairedForks> forks = new LinkedHashMap<>();
        Map<String, CellResult> before = new LinkedHashMap<>();
        unpatched.cells().forEach(cell -> before.put(cell.cell().id(), cell));
        patched.cells().forEach(cell -> forks(before.get(cell.cell().id()), cell)
                .ifPresent(both -> forks.put(cell.cell().id(), both)));
        this.judged = RunComparisons.judge(forks, patched.margin(), BetweenRuns.DEFAULT);
    }

    /** Nothing where a side has no time, or both have more than any run of the suite. */
    private static Optional<UnpairedForks> forks(CellResult before, CellResult after) {
        if (before == null || !Dossier.isTime(before) || !Dossier.isTime(after)
                || before.figures().isEmpty() || after.figures().isEmpty()
                || (long) before.figures().size() * after.figures().size() > MOST_PAIRS) {
            return Optional.empty();
        }
        return Optional.of(UnpairedForks.of(List.copyOf(before.figures().values()), List.copyOf(after.figures().values())));
    }

    boolean has(CellResult cell) {
        return judged.containsKey(cell.cell().id());
    }

    RunJudgement of(CellResult cell) {
        return judged.get(cell.cell().id());
    }

    /** What a ratio of two boots can tell; empty where there is none. */
    String limits() {
        return judged.values().stream().findFirst().map(KernelRatios::limits).orElse("");
    }

    private static String limits(RunJudgement any) {
        return "B/A: median of the quotients of every fork of B by every fork of A, with its 95% interval, judged as reports.jar"
                + " `compare` does it, over all times that both runs have. Each kernel was booted once, and what a whole boot"
                + " moved by no fork shows: FASTER and SLOWER need the whole interval more than " + Numbers.percent(any.floor())
                + " from 1, the margin and what boots are granted. A smaller cost of the patch cannot be seen here, and that none"
                + " is seen does not mean that there is none; the counted instructions or more boots a kernel tell.";
    }
}
