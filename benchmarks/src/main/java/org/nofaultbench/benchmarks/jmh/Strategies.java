// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;

/** Looks a benchmark's strategy up in the registry. */
final class Strategies {

    private Strategies() {}

    /** The strategy of that id, if this machine runs it. */
    static StrategyInfo runnable(NofaultLibrary library, String id) {
        StrategyInfo strategy = library.strategy(id)
                .orElseThrow(() -> new IllegalArgumentException("unknown strategy: strategy=" + id));
        strategy.skipReason().ifPresent(reason -> {
            throw new UnsupportedOperationException("cannot run here: strategy=" + id + ", reason=" + reason);
        });
        return strategy;
    }
}
