// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.RunJudgement;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A row that both runs have.
 *
 * @param label what it is of
 * @param unit of both figures
 * @param base median of the base's forks
 * @param next median of the new run's forks
 * @param byIterations whether there were too few forks, so that iterations were judged
 * @param judgement what the two come to, a ratio above 1 being worse
 * @param acknowledged the entry that accepts the change; empty where there is none or where the change is larger
 * @param cautions what a reader has to know of the figures
 */
public record ComparedRow(
        String label,
        MetricUnit unit,
        Estimate base,
        Estimate next,
        boolean byIterations,
        RunJudgement judgement,
        Optional<Acknowledged.Entry> acknowledged,
        List<String> cautions) {

    static final String INCONCLUSIVE = "INCONCLUSIVE";

    public Verdict verdict() {
        return judgement.verdict();
    }

    /** Whether its figures could have shown a change, and not only a large one. */
    public boolean isJudged() {
        return byIterations ? verdict().isDecided() : verdict() != Verdict.TOO_FEW;
    }

    /** Without the side to which it leans. */
    public String kind() {
        return byIterations && verdict() == Verdict.UNDECIDED
                ? INCONCLUSIVE
                : verdict().label();
    }

    /** The verdict as it is printed. */
    public String verdictLabel() {
        return (kind().equals(INCONCLUSIVE) ? INCONCLUSIVE : judgement.label())
                + (acknowledged.isPresent() ? ", acknowledged" : "");
    }

    /** Whether a change is no larger than what was accepted: its interval does not lie wholly beyond that and the margin. */
    static boolean isCovered(RunJudgement judgement, double accepted, Margin margin) {
        Optional<Interval> interval = judgement.ratio().interval();
        return switch (judgement.verdict()) {
            case SLOWER ->
                accepted > 1
                        && !interval.orElseThrow()
                                .isAbove(accepted * margin.band().high());
            case FASTER ->
                accepted < 1
                        && !interval.orElseThrow()
                                .isBelow(accepted * margin.band().low());
            default -> false;
        };
    }
}
