// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;

/**
 * One strategy x workload x parameters.
 *
 * @param workload question
 * @param strategy who is asked; empty where the question has no strategy, as in the ledger of call costs
 * @param parameters what it is asked with
 * @param notAsked why the preset does not ask it; empty where it does
 */
public record Cell(
        Workload workload, Optional<StrategyInfo> strategy, Parameters parameters, Optional<String> notAsked) {

    /** Unique in a run, such as {@code BufferRead.warm/guard-pool/1080p}. */
    public String id() {
        return workload.id() + strategy.map(s -> "/" + s.id()).orElse("") + parameters.path();
    }

    public Optional<String> skipReason() {
        return strategy.flatMap(s -> s.skipReason().or(() -> workload.skipReason(s, parameters)))
                .or(() -> notAsked);
    }

    /** Whether its loop is compiled by the fork's JVM and not by the C compiler. */
    public boolean inJava() {
        return strategy.filter(s -> s.family() == Family.JVM).isPresent();
    }

    /** JMH's parameters of the cell. */
    public Map<String, String> jmhParameters() {
        Map<String, String> all = new LinkedHashMap<>();
        strategy.ifPresent(s -> all.put("strategy", s.id()));
        all.putAll(asked());
        return all;
    }

    /** The values of its parameters by name, less which build it is asked of. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>(parameters.values());
        asked.remove(Build.PARAMETER);
        return asked;
    }

    /** Which of two builds it is measured with; empty in a run of one. */
    public Optional<Build> build() {
        return Build.in(parameters);
    }

    /** The same cell of a build. */
    public Cell of(Build build) {
        return new Cell(workload, strategy, parameters.with(Build.PARAMETER, build.id()), notAsked);
    }

    /** Accesses in one invocation, as JMH is told with {@code -opi}. */
    public int opsPerInvocation() {
        return workload.accessesPerInvocation(parameters);
    }

    CellEntry entry(Optional<String> baseline) {
        return new CellEntry(
                id(),
                workload.benchmark(),
                workload.method(),
                strategy.map(StrategyInfo::id).orElse(null),
                parameters.values(),
                workload.metric(),
                "ns/op",
                workload.bytesPerAccess(parameters).orElse(null),
                opsPerInvocation(),
                baseline.orElse(null),
                skipReason().orElse(null));
    }
}
