// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The same duel several times over, each with chances of its own. */
public final class Trials {

    /** Seeds that are exact in any reader of JSON. */
    private static final int UNUSED_BITS = 11;

    private final Duel<String> duel;

    public Trials(Duel<String> duel) {
        this.duel = duel;
    }

    /**
     * @param seed of the only trial, so that it can be repeated; of several, what their seeds are drawn with
     * @param finished is told of each trial
     */
    public List<PairTrial> make(int count, long seed, Consumer<PairTrial> finished) throws IOException {
        Random seeds = new Random(seed);
        List<PairTrial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long own = count == 1 ? seed : seeds.nextLong() >>> UNUSED_BITS;
            PairTrial trial = new PairTrial(own, duel.decide(own));
            trials.add(trial);
            finished.accept(trial);
        }
        return trials;
    }
}
