// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A benchmark that every strategy may be measured with. */
@State(Scope.Thread)
public abstract class StrategyBenchmark extends SuiteBenchmark {

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("guard-pool")
    public String strategy;

    NofaultLibrary library;
    Strategy readStrategy;
    int accesses;

    /** Finds the strategy; refuses one that this machine does not run. */
    void find(BenchmarkParams jmhParameters) {
        accesses = jmhParameters.getOpsPerInvocation();
        library = NofaultLibrary.load();
        readStrategy = StrategyList.find(library, strategy)
                .orElseThrow(() -> new IllegalArgumentException("unknown strategy: strategy=" + strategy));
        readStrategy.info().skipReason().ifPresent(reason -> refuse("cannot run here", reason));
    }

    /** The same; refuses one that the benchmark skips, too: a bare JMH measures every benchmark with every strategy. */
    void find(BenchmarkParams jmhParameters, Workload workload, Parameters parameters) {
        find(jmhParameters);
        workload.skipReason(readStrategy.info(), parameters)
                .ifPresent(reason -> refuse("is skipped by this benchmark", reason));
    }

    private void refuse(String what, String reason) {
        throw new UnsupportedOperationException(what + ": strategy=" + strategy + ", reason=" + reason);
    }
}
