// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What came of one pair.
 *
 * @param rounds fork to ns per access
 * @param judgement of the last look, or of the one that decided
 * @param blocks ABBA blocks of all forks
 * @param involuntarySwitches of all forks
 * @param taken from the test's beginning to the decision, or to its end
 */
public record PairResult(
        PairedRounds rounds, Judgement judgement, long blocks, long involuntarySwitches, Duration taken) {

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
