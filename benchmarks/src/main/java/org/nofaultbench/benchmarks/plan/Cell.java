// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;

/**
 * One strategy x workload x size.
 *
 * @param workload question
 * @param strategy who is asked; empty for the ledger of call costs
 * @param size of the buffer; empty where the workload has none
 */
public record Cell(Workload workload, Optional<StrategyInfo> strategy, Optional<BufferSize> size) {

    private static final long BATCH_BYTES = 64L << 20;
    private static final int MAX_BATCH = 4096;
    private static final int EMPTY_BATCH = 100_000;

    /** Unique in a run, such as {@code BufferRead.warm/guard-pool/1080p}. */
    public String id() {
        return workload.id()
                + strategy.map(s -> "/" + s.id()).orElse("")
                + size.map(s -> "/" + s.id()).orElse("");
    }

    public Optional<String> skipReason() {
        return strategy.flatMap(s -> s.skipReason().or(() -> workload.skipReason(s)));
    }

    /** JMH's parameters of the cell. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        strategy.ifPresent(s -> parameters.put("strategy", s.id()));
        size.ifPresent(s -> parameters.put("size", s.id()));
        return parameters;
    }

    /**
     * Accesses in one invocation: so many that an invocation takes about a millisecond and the call into the library
     * is lost in it. Where each access waits for the client there is nothing to hide.
     */
    public int opsPerInvocation() {
        return switch (workload) {
            case READ_FRESH -> size.orElseThrow().bytes() > 1 << 20 ? 1 : 16;
            case EVERYTHING_LOST, EMPTY_DIRECT, EMPTY_INTERFACE -> 1;
            case BEGIN_END -> EMPTY_BATCH;
            case READ_WARM, PLAIN_LOOP, CONTRACT_LOOP -> (int)
                    Math.min(MAX_BATCH, BATCH_BYTES / size.orElseThrow().bytes());
        };
    }

    CellEntry entry(Optional<String> baseline) {
        Map<String, String> parameters = parameters();
        parameters.remove("strategy");
        return new CellEntry(
                id(),
                workload.benchmark(),
                workload.method(),
                strategy.map(StrategyInfo::id).orElse(null),
                parameters,
                workload.metric(),
                "ns/op",
                size.map(BufferSize::bytes).orElse(null),
                opsPerInvocation(),
                baseline.orElse(null),
                skipReason().orElse(null));
    }
}
