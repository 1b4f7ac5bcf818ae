// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What came of one comparison.
 *
 * @param rounds fork to ns per access
 * @param judgement of the last look, or of the one that decided
 * @param cycles of all forks
 * @param involuntarySwitches of all forks
 * @param taken from the duel's beginning to the decision, or to its end
 */
public record DuelRow(
        PairedRounds rounds, Judgement judgement, long cycles, long involuntarySwitches, Duration taken) {

    public int forks() {
        return rounds.rounds().size();
    }

    /** ns per access. */
    public Estimate candidateNs() {
        return Estimate.of(rounds.candidate().values());
    }

    /** ns per access. */
    public Estimate baselineNs() {
        return Estimate.of(rounds.baseline().values());
    }
}
