// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import static org.nofaultbench.benchmarks.plan.BufferSize.CURSOR;
import static org.nofaultbench.benchmarks.plan.BufferSize.FULL_HD;
import static org.nofaultbench.benchmarks.plan.BufferSize.ULTRA_HD;
import static org.nofaultbench.benchmarks.plan.BufferSize.WINDOW;
import static org.nofaultbench.benchmarks.plan.Preset.FULL;
import static org.nofaultbench.benchmarks.plan.Preset.QUICK;
import static org.nofaultbench.benchmarks.plan.Preset.STANDARD;
import static org.nofaultbench.benchmarks.plan.WorkloadEntry.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.plan.PairMeasurement.Kind;
import org.nofaultbench.benchmarks.plan.WorkloadEntry.Batch;
import org.nofaultbench.benchmarks.plan.WorkloadEntry.ParameterMatrix;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;

/**
 * The benchmarks that a run measures, in the order of its report. To add one, write its JMH method and an entry here; all that
 * the runner has to know of it stands in the entry.
 */
public enum Workload {
    /** Bytes that lie in the reader's cache, as far as they fit. */
    READ_WARM(entry("BufferRead", "warm")
            .baseline("unguarded-shared")
            .batch(Batch.BY_BYTES)
            .pairs(PairMeasurement.whole(Kind.READ))
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(STANDARD, Parameters.of(CURSOR))
                    .from(FULL, Parameters.of(WINDOW))
                    .from(STANDARD, Parameters.of(FULL_HD))
                    .representativeFrom(STANDARD, Parameters.of(ULTRA_HD)))),

    /** Bytes that the client has just written on another core. */
    READ_FRESH(entry("BufferRead", "fresh")
            .metric("accessNs")
            .baseline("unguarded-shared")
            .batch(Batch.FRAMES)
            .skips(SkipRule.SEES_LATER_WRITES)
            .pairs(PairMeasurement.whole(Kind.FRESH))
            .marginPercent(5.0)
            .parameters(ParameterMatrix.empty()
                    .from(FULL, Parameters.of(CURSOR), Parameters.of(WINDOW))
                    .from(QUICK, STANDARD, Parameters.of(FULL_HD))
                    .representativeFrom(FULL, Parameters.of(ULTRA_HD)))),

    /** Rows into a staging buffer, copied or blended. */
    STAGED(entry("StagedRead", "rows")
            .baseline("unguarded-shared")
            .batch(Batch.BY_BYTES)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.READ_LOOPS))
            .pairs(PairMeasurement::stagedRows)
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(QUICK, Parameters.of(FULL_HD).each("kernel", "copy", "memcpy"))
                    .representativeFrom(STANDARD, Parameters.of(FULL_HD).each("kernel", "copy-stream"))
                    .representativeFrom(QUICK, Parameters.of(FULL_HD).each("kernel", "blend", "pixman"))
                    .representativeFrom(
                            FULL,
                            Parameters.of(ULTRA_HD)
                                    .each("kernel", "copy", "memcpy", "copy-stream", "blend", "pixman")))),

    /** Rectangles of a buffer of which the rest has not changed. */
    DAMAGE(entry("DamageRead", "damage")
            .baseline("unguarded-shared")
            .batch(Batch.BY_BYTES)
            .pairs(PairMeasurement::damage)
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(STANDARD, damaged("1%", "one"))
                    .representativeFrom(FULL, damaged("1%", "many"), damaged("1%", "column"), damaged("5%", "one"))
                    .representativeFrom(STANDARD, damaged("5%", "many"))
                    .representativeFrom(FULL, damaged("5%", "column"))
                    .representativeFrom(STANDARD, damaged("25%", "one"))
                    .representativeFrom(FULL, damaged("25%", "many"), damaged("25%", "column"))
                    .representativeFrom(
                            FULL,
                            Parameters.of(FULL_HD).with("damage", "100%").each("shape", "one", "many", "column")))),
    /** Every access timed alone. */
    LATENCY(entry("ReadLatency", "warm")
            .metric("accessNs")
            .baseline("unguarded-shared")
            .batch(Batch.BY_BYTES)
            .pairs(PairMeasurement.whole(Kind.LATENCY))
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(FULL, Parameters.of(CURSOR), Parameters.of(WINDOW))
                    .representativeFrom(QUICK, Parameters.of(FULL_HD)))),

    /** Begin and end around nothing. */
    BEGIN_END(entry("GuardCost", "beginEnd")
            .baseline("unguarded-shared")
            .batch(Batch.EMPTY)
            .pairs(PairMeasurement::beginAndEnd)
            .floorNs(0.2)
            .parameters(ParameterMatrix.empty().from(QUICK, STANDARD, Parameters.none()))),

    /** A pool is attached, read, resized and detached. */
    LIFECYCLE(entry("PoolLifecycle", "cycle")
            .metric("cycleNs")
            .baseline("unguarded-shared")
            .batch(Batch.POOLS)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.OWN_MAPPINGS).or(SkipRule.BACKINGS))
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(STANDARD, pool("none", "memfd"))
                    .representativeFrom(FULL, pool("map", "memfd"), pool("madvise", "memfd"))
                    .representativeFrom(STANDARD, pool("none", "tmpfs"), pool("none", "thp-memfd"))
                    .representativeFrom(FULL, pool("none", "file")))),

    /** The client truncates under an attached pool. */
    RECOVERY(entry("TruncationRecovery", "recovery")
            .metric("recoveryNs")
            .baseline("guard-pool")
            .skips(SkipRule.RECOVERS)
            .marginPercent(5.0)
            .pairs(PairMeasurement::recovery)
            .parameters(ParameterMatrix.empty()
                    .from(QUICK, STANDARD, Parameters.of(FULL_HD).with("lost", "100%"))
                    .representativeFrom(STANDARD, Parameters.of(FULL_HD).each("lost", "50%", "1page"))
                    .representativeFrom(FULL, Parameters.of(WINDOW).each("lost", "100%"))
                    .representativeFrom(FULL, Parameters.of(ULTRA_HD).each("lost", "100%", "50%", "1page")))),

    /** The compositor fills a client's buffer. */
    CAPTURE(entry("CaptureWrite", "fill")
            .baseline("guard-pool")
            .batch(Batch.BY_BYTES)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.WRITES))
            .parameters(ParameterMatrix.empty().representativeFrom(STANDARD, Parameters.of(FULL_HD)))),

    /** Clients draw and commit, the compositor reads what is shown. */
    FRAMES(entry("FrameCycle", "composite")
            .metric("frameNs")
            .baseline("unguarded-shared")
            .batch(Batch.SCREEN)
            .paced(true)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.SEES_LATER_WRITES))
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(STANDARD, screen(FULL_HD, "4", "60"))
                    .representativeFrom(
                            FULL,
                            screen(WINDOW, "16", "60"),
                            screen(FULL_HD, "1", "60"),
                            screen(FULL_HD, "4", "144"),
                            screen(WINDOW, "16", "240")))),

    /** One client truncates and regrows its file without end. */
    HOSTILE(entry("HostileClient", "attacked")
            .metric("attackedNs")
            .baseline("guard-pool")
            .batch(Batch.SCREEN)
            .paced(true)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.RECOVERS))
            .pairs(PairMeasurement.whole(Kind.ATTACK))
            .marginPercent(10.0)
            .parameters(ParameterMatrix.empty().from(QUICK, STANDARD, Parameters.of(FULL_HD)))),

    /** Several threads read, and one of them may recover all the time. */
    READERS(entry("Scaling", "readers")
            .metric("accessNs")
            .baseline("guard-pool")
            .batch(Batch.THREADS)
            .skips(SkipRule.LOOPS_IN_C.or(SkipRule.SHARES_PROCESS))
            .parameters(ParameterMatrix.empty()
                    .representativeFrom(FULL, readers("1", "no"))
                    .representativeFrom(STANDARD, readers("2", "no"))
                    .representativeFrom(FULL, readers("4", "no"), readers("1", "yes"))
                    .representativeFrom(STANDARD, readers("2", "yes"))
                    .representativeFrom(FULL, readers("4", "yes")))),

    /** What a patched kernel may cost programs that do not use its flag: compared between kernels, not within a run. */
    FAULT_ANONYMOUS(nonUser("faultAnonymous")),
    FAULT_PRIVATE_FILE(nonUser("faultPrivateFile")),
    FAULT_SHARED_FILE(nonUser("faultSharedFile")),
    MAP_UNMAP(nonUser("mapUnmap")),
    FORK_EXIT(nonUser("forkExit")),

    /** What a call into the library costs by itself. */
    EMPTY_DIRECT(entry("CallOverhead", "emptyDirect")
            .parameters(ParameterMatrix.empty().from(STANDARD, Parameters.none()))),
    EMPTY_INTERFACE(entry("CallOverhead", "emptyInterface")
            .baselineMethod("emptyDirect")
            .parameters(ParameterMatrix.empty().from(STANDARD, Parameters.none()))),

    /** The reads of {@code unguarded-shared} without the access contract, and with it. */
    PLAIN_LOOP(entry("CallOverhead", "plainLoop")
            .batch(Batch.BY_BYTES)
            .parameters(ParameterMatrix.empty().from(STANDARD, Parameters.of(CURSOR)))),
    CONTRACT_LOOP(entry("CallOverhead", "contractLoop")
            .baselineMethod("plainLoop")
            .batch(Batch.BY_BYTES)
            .parameters(ParameterMatrix.empty().from(STANDARD, Parameters.of(CURSOR))));

    private static final String JMH_PACKAGE = "org.nofaultbench.benchmarks.jmh";
    private static final String BASELINE_IN_JAVA = "jvm-heap";

    final WorkloadEntry entry;

    Workload(WorkloadEntryBuilder entry) {
        this.entry = entry.build();
    }

    private static WorkloadEntryBuilder nonUser(String method) {
        return entry("NonUser", method)
                .metric("eventNs")
                .parameters(ParameterMatrix.empty().from(STANDARD, Parameters.none()));
    }

    private static Parameters damaged(String percent, String shape) {
        return Parameters.of(FULL_HD).with("damage", percent).with("shape", shape);
    }

    private static Parameters readers(String readers, String recovering) {
        return Parameters.of(WINDOW).with("readers", readers).with("recovering", recovering);
    }

    private static Parameters pool(String populate, String backing) {
        return Parameters.of(FULL_HD).with("populate", populate).with("backing", backing);
    }

    private static Parameters screen(BufferSize size, String clients, String hertz) {
        return Parameters.of(size).with("clients", clients).with("hertz", hertz);
    }

    public String jmhName() {
        return JMH_PACKAGE + "." + id();
    }

    /** Of a JMH method of the suite. */
    public static Workload ofJmhName(String name) {
        return Arrays.stream(values())
                .filter(workload -> workload.jmhName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String id() {
        return entry.benchmark() + "." + entry.method();
    }

    /** {@link CellEntry#PRIMARY} or the name of the result that is timed in C. */
    public String metric() {
        return entry.metric();
    }

    public List<Parameters> parameters(Preset preset) {
        return entry.parameters().in(preset);
    }

    /** Bytes that one access reads; empty where it reads none. */
    Optional<Long> bytesPerAccess(Parameters parameters) {
        return parameters
                .size()
                .map(size -> parameters
                        .value("damage")
                        .map(damage -> Damage.region(size, damage, parameters.required("shape"))
                                .bytes())
                        .orElse(size.bytes()));
    }

    /** The parameters that the baseline strategy's own cell is compared with; empty as a rule. */
    Optional<Parameters> peerOf(Parameters parameters) {
        return parameters
                .value("kernel")
                .map(ReadLoop::ofId)
                .flatMap(ReadLoop::peer)
                .map(peer -> parameters.with("kernel", peer.id()));
    }

    public boolean isPaced() {
        return entry.paced();
    }

    public boolean hasStrategy() {
        return entry.baseline() != null;
    }

    /** The strategy that a family's cells are compared with; loops in Java are compared with those in Java. */
    public Optional<String> baselineOf(Family family) {
        return Optional.ofNullable(family == Family.JVM ? BASELINE_IN_JAVA : entry.baseline());
    }

    /** Whether this benchmark, which has no strategies, is compared with another one. */
    boolean isComparedWith(Workload other) {
        return entry.benchmark().equals(other.entry.benchmark())
                && other.entry.method().equals(entry.baselineMethod());
    }

    public Optional<PairMeasurement> pairMeasurement(Parameters parameters) {
        return entry.pairs().apply(parameters);
    }

    public Optional<String> skipReason(StrategyInfo strategy, Parameters parameters) {
        return entry.skips().skipReason(strategy, parameters);
    }
}
