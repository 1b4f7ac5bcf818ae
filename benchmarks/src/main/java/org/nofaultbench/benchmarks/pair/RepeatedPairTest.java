// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** The same test several times over, each with a seed of its own, to see how often it is right. */
public final class RepeatedPairTest {

    /** Seeds that are exact in any reader of JSON. */
    private static final int UNUSED_BITS = 11;

    private final SequentialPairTest<String> test;

    public RepeatedPairTest(SequentialPairTest<String> test) {
        this.test = test;
    }

    /**
     * One of the tests.
     *
     * @param seed that repeats its random choices
     * @param results in their order
     */
    public record Repetition(long seed, Map<String, PairResult> results) {}

    /**
     * @param seed of the only test, so that it can be repeated; of several, what their seeds are drawn with
     * @param finished is told of each test
     */
    public List<Repetition> run(int count, long seed, Consumer<Repetition> finished) throws IOException {
        Random seeds = new Random(seed);
        List<Repetition> repetitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long own = count == 1 ? seed : seeds.nextLong() >>> UNUSED_BITS;
            Repetition repetition = new Repetition(own, test.decide(own));
            repetitions.add(repetition);
            finished.accept(repetition);
        }
        return repetitions;
    }
}
