// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
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
    /** Of the buffer; 0 where the benchmark has no size. */
    long bytes;

    /** What is measured, such as {@code strategy=guard-pool, size=1080p}, for messages. */
    String subject;

    Client client;
    AttachedPool pool;

    /**
     * Finds the strategy; refuses one that this machine does not run, or that the benchmark skips: a bare JMH measures every
     * benchmark with every strategy.
     */
    @Setup
    public void setUp(BenchmarkParams jmhParameters) {
        Map<String, String> own = new TreeMap<>();
        jmhParameters.getParamsKeys().forEach(name -> own.put(name, jmhParameters.getParam(name)));
        own.remove("strategy");
        Parameters parameters = new Parameters(own);
        accesses = jmhParameters.getOpsPerInvocation();
        bytes = parameters.size().map(BufferSize::bytes).orElse(0L);
        subject = "strategy=" + strategy
                + own.entrySet().stream()
                        .map(parameter -> ", " + parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining());
        library = NofaultLibrary.load();
        readStrategy = Strategy.find(library, strategy)
                .orElseThrow(() -> new IllegalArgumentException("unknown strategy: strategy=" + strategy));
        readStrategy.info().skipReason().ifPresent(reason -> refuse("cannot run here", reason));
        Workload.ofJmhName(jmhParameters.getBenchmark())
                .skipReason(readStrategy.info(), parameters)
                .ifPresent(reason -> refuse("is skipped by this benchmark", reason));
        start();
    }

    /** Makes what the benchmark needs beside its strategy. */
    void start() {}

    /** Attaches the file of a client that has drawn one frame. */
    void attach(long poolBytes) {
        client = Client.startFor(library, readStrategy.info(), poolBytes);
        client.draw(seed());
        pool = readStrategy.attach(client);
    }

    void detach() {
        pool.close();
        client.close();
    }

    private void refuse(String what, String reason) {
        throw new UnsupportedOperationException(what + ": strategy=" + strategy + ", reason=" + reason);
    }
}
