// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/** The forks of one comparison so far, and what the last look made of them. */
final class Tally {

    private final Map<Integer, Double> candidateNs = new HashMap<>();
    private final Map<Integer, Double> baselineNs = new HashMap<>();
    private long cycles;
    private long involuntarySwitches;
    private Judgement judgement;
    private Duration taken;

    void add(int round, PairFork fork) {
        candidateNs.put(round, fork.candidateNs());
        baselineNs.put(round, fork.baselineNs());
        cycles += fork.cycles().size();
        involuntarySwitches += fork.involuntarySwitches();
    }

    /** @param at time since the duel's beginning */
    void judged(Judgement latest, Duration at) {
        if (isOpen()) {
            judgement = latest;
            taken = at;
        }
    }

    Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement);
    }

    boolean isOpen() {
        return judgement == null || !judgement.verdict().isDecided();
    }

    int forks() {
        return candidateNs.size();
    }

    PairedRounds rounds() {
        return new PairedRounds(candidateNs, baselineNs);
    }

    DuelRow row() {
        return new DuelRow(rounds(), judgement, cycles, involuntarySwitches, taken);
    }
}
