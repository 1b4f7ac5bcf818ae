// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

/** Hears of experiments as they go. */
public interface Listener {

    /** @param text one line for people; {@code ID: SENTENCE} before a strategy's first case explains its answers */
    void note(String text);

    void finished(CaseResult result);
}
