// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;

/** Looks a benchmark's strategy up in the list. */
final class Strategies {

    private Strategies() {}

    /** The strategy of that id, if this machine runs it. */
    static Strategy runnable(NofaultLibrary library, String id) {
        Strategy strategy = StrategyList.find(library, id)
                .orElseThrow(() -> new IllegalArgumentException("unknown strategy: strategy=" + id));
        strategy.info().skipReason().ifPresent(reason -> {
            throw new UnsupportedOperationException("cannot run here: strategy=" + id + ", reason=" + reason);
        });
        return strategy;
    }

    /** The same, unless the benchmark skips it: a bare JMH measures every benchmark with every strategy. */
    static Strategy measurable(NofaultLibrary library, Workload workload, Parameters parameters, String id) {
        Strategy strategy = runnable(library, id);
        workload.skipReason(strategy.info(), parameters).ifPresent(reason -> {
            throw new UnsupportedOperationException(
                    "is skipped by this benchmark: strategy=" + id + ", reason=" + reason);
        });
        return strategy;
    }
}
