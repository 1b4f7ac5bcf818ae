// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.CellEntryBuilder;

/**
 * One strategy x benchmark x parameters.
 *
 * @param strategy empty where the benchmark has none, as in the ledger of call costs
 * @param parameters JMH's, and in a comparison of two builds the build
 * @param notInPreset why the preset does not measure it; empty where it does
 */
public record Cell(
        Workload workload, Optional<StrategyInfo> strategy, Parameters parameters, Optional<String> notInPreset) {

    /**
     * Which of two builds a cell is measured with, in a run that compares them. It is a parameter of the cell like any other, so
     * that no table or chart draws over it.
     */
    public enum Build implements NamedConstant {
        NEW,
        /** The one that the build that runs is compared with. */
        BASE;

        /** Name of the parameter; JMH knows nothing of it. */
        private static final String PARAMETER = "build";
    }

    /** Unique in a run, such as {@code BufferRead.warm/guard-pool/1080p}. */
    public String id() {
        return workload.id() + strategy.map(row -> "/" + row.id()).orElse("") + parameters.path();
    }

    public Optional<String> skipReason() {
        return strategy.flatMap(row -> row.skipReason().or(() -> workload.skipReason(row, parameters)))
                .or(() -> notInPreset);
    }

    /** Whether its loop is compiled by the fork's JVM and not by the C compiler. */
    public boolean inJava() {
        return strategy.filter(row -> row.family() == Family.JVM).isPresent();
    }

    public Map<String, String> jmhParameters() {
        Map<String, String> all = new LinkedHashMap<>();
        strategy.ifPresent(row -> all.put("strategy", row.id()));
        all.putAll(ownParameters());
        return all;
    }

    /** Those beside strategy and build. */
    public Map<String, String> ownParameters() {
        Map<String, String> own = new LinkedHashMap<>(parameters.values());
        own.remove(Build.PARAMETER);
        return own;
    }

    /** Which of two builds it is measured with; empty in a run of one. */
    public Optional<Build> build() {
        return parameters
                .value(Build.PARAMETER)
                .map(id -> NamedConstant.parse(Build.class, Build.PARAMETER, Build.PARAMETER, id));
    }

    /** The same cell of a build. */
    public Cell withBuild(Build build) {
        return new Cell(workload, strategy, parameters.with(Build.PARAMETER, build.id()), notInPreset);
    }

    /** Accesses in one invocation, as JMH is told with {@code -opi}. */
    public int opsPerInvocation() {
        return workload.entry
                .batch()
                .accesses(workload.bytesPerAccess(parameters).orElse(0L));
    }

    /** What this cell and a baseline take turns at; empty where they cannot. */
    public Optional<PairMeasurement> pairMeasurement(Cell baseline) {
        boolean same = workload == baseline.workload && parameters.equals(baseline.parameters);
        boolean inC = strategy.isPresent() && baseline.strategy.isPresent() && !inJava() && !baseline.inJava();
        return same && inC ? workload.pairMeasurement(parameters) : Optional.empty();
    }

    public CellEntry entry(Optional<String> baseline, String timeUnit) {
        return CellEntryBuilder.builder()
                .id(id())
                .benchmark(workload.entry.benchmark())
                .workload(workload.entry.method())
                .strategy(strategy.map(StrategyInfo::id).orElse(null))
                .parameters(parameters.values())
                .metric(workload.metric())
                .unit(timeUnit)
                .bytesPerAccess(workload.bytesPerAccess(parameters).orElse(null))
                .opsPerInvocation(opsPerInvocation())
                .baseline(baseline.orElse(null))
                .skipReason(skipReason().orElse(null))
                .marginPercent(baseline.isPresent() ? workload.entry.marginPercent() : null)
                .floorNs(baseline.isPresent() ? workload.entry.floorNs() : null)
                .build();
    }
}
