// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.util.List;
import org.nofaultbench.benchmarks.trial.CaseResult;

/** A source of experiments. {@link Prover} lists them. */
public interface PropertySource extends AutoCloseable {

    interface Listener {
        /** @param text one line for people; {@code ID: SENTENCE} before a strategy's first case explains its answers */
        default void note(String text) {}

        void finished(CaseResult result);
    }

    List<String> strategies();

    /** Ids of the properties that it puts to the test; another source may test the same strategy for others. */
    List<String> properties();

    /**
     * Prepares the experiments.
     *
     * @param wanted may name strategies and properties of other sources
     * @return how many there will be; 0 where none of its own is wanted
     * @throws IOException with the one line that the user sees
     */
    int open(Selection wanted) throws IOException;

    /**
     * Makes them, each in a process of its own.
     *
     * @throws IOException where they cannot be made to the end, with the one line that the user sees; what was finished
     *     has been told
     */
    void run(Listener listener) throws IOException;

    @Override
    default void close() {}
}
