// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.nativelib.Family;
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

    /** Unique in a run, such as {@code BufferRead.warm/guard-pool/1080p}. */
    public String id() {
        return workload.id()
                + strategy.map(s -> "/" + s.id()).orElse("")
                + size.map(s -> "/" + s.id()).orElse("");
    }

    public Optional<String> skipReason() {
        return strategy.flatMap(s -> s.skipReason().or(() -> workload.skipReason(s)));
    }

    /** Whether its loop is compiled by the fork's JVM and not by the C compiler. */
    public boolean inJava() {
        return strategy.filter(s -> s.family() == Family.JVM).isPresent();
    }

    /** JMH's parameters of the cell. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        strategy.ifPresent(s -> parameters.put("strategy", s.id()));
        size.ifPresent(s -> parameters.put("size", s.id()));
        return parameters;
    }

    /** Accesses in one invocation, as JMH is told with {@code -opi}. */
    public int opsPerInvocation() {
        return workload.accessesPerInvocation(size.map(BufferSize::bytes).orElse(0L));
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
