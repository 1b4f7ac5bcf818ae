// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import static org.nofaultbench.benchmarks.plan.BufferSize.CURSOR;
import static org.nofaultbench.benchmarks.plan.BufferSize.FULL_HD;
import static org.nofaultbench.benchmarks.plan.BufferSize.ULTRA_HD;
import static org.nofaultbench.benchmarks.plan.BufferSize.WINDOW;
import static org.nofaultbench.benchmarks.plan.Preset.FULL;
import static org.nofaultbench.benchmarks.plan.Preset.QUICK;
import static org.nofaultbench.benchmarks.plan.Preset.STANDARD;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.jmh.BufferRead;
import org.nofaultbench.benchmarks.jmh.CallOverhead;
import org.nofaultbench.benchmarks.jmh.CaptureWrite;
import org.nofaultbench.benchmarks.jmh.DamageRead;
import org.nofaultbench.benchmarks.jmh.FrameCycle;
import org.nofaultbench.benchmarks.jmh.GuardCost;
import org.nofaultbench.benchmarks.jmh.HostileClient;
import org.nofaultbench.benchmarks.jmh.NonUser;
import org.nofaultbench.benchmarks.jmh.PoolLifecycle;
import org.nofaultbench.benchmarks.jmh.ReadLatency;
import org.nofaultbench.benchmarks.jmh.Scaling;
import org.nofaultbench.benchmarks.jmh.StagedRead;
import org.nofaultbench.benchmarks.jmh.TruncationRecovery;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;

/**
 * The questions that a run asks, in the order of its report: a method of a benchmark class, the metric that answers it,
 * the strategy that the others are compared with, who cannot be asked, and with which parameters. To add a workload, add a
 * constant; its expected checksum belongs to the benchmark method.
 */
public enum Workload {
    /** Bytes that lie in the reader's cache, as far as they fit. */
    READ_WARM(BufferRead.class, "warm", CellEntry.PRIMARY, Batch.BY_BYTES, Control.UNGUARDED, Refusal.NONE,
            sizes(QUICK, CURSOR).from(FULL, Parameters.of(WINDOW))
                    .from(QUICK, Parameters.of(FULL_HD), Parameters.of(ULTRA_HD))),
    /** Bytes that the client has just written on another core. */
    READ_FRESH(BufferRead.class, "fresh", "accessNs", Batch.FRAMES, Control.UNGUARDED, Refusal.OF_STALE_BYTES,
            Asked.nothing().from(FULL, Parameters.of(CURSOR), Parameters.of(WINDOW)).from(QUICK, Parameters.of(FULL_HD))
                    .ofFewFrom(STANDARD, Parameters.of(ULTRA_HD))),
    /** Rows into a staging buffer, copied or blended. */
    STAGED(StagedRead.class, "rows", CellEntry.PRIMARY, Batch.BY_BYTES, Control.UNGUARDED,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_READ_KERNELS),
            Asked.nothing()
                    .ofFewFrom(QUICK, Parameters.of(FULL_HD).each("kernel", "copy"))
                    .ofFewFrom(QUICK, Parameters.of(FULL_HD).each("kernel", "memcpy"))
                    .ofFewFrom(STANDARD, Parameters.of(FULL_HD).each("kernel", "copy-stream", "blend", "pixman"))
                    .ofFewFrom(FULL, Parameters.of(ULTRA_HD)
                            .each("kernel", "copy", "memcpy", "copy-stream", "blend", "pixman"))),
    /** Rectangles of a buffer of which the rest has not changed. */
    DAMAGE(DamageRead.class, "damage", CellEntry.PRIMARY, Batch.BY_BYTES, Control.UNGUARDED, Refusal.NONE,
            Asked.nothing()
                    .ofFewFrom(STANDARD, damaged(FULL_HD, "1%", "one"))
                    .ofFewFrom(FULL, damaged(FULL_HD, "1%", "many"))
                    .ofFewFrom(STANDARD, damaged(FULL_HD, "1%", "column"))
                    .ofFewFrom(QUICK, damaged(FULL_HD, "5%", "one"))
                    .ofFewFrom(STANDARD, damaged(FULL_HD, "5%", "many"))
                    .ofFewFrom(FULL, damaged(FULL_HD, "5%", "column"))
                    .ofFewFrom(STANDARD, damaged(FULL_HD, "25%", "one"))
                    .ofFewFrom(FULL, damaged(FULL_HD, "25%", "many"), damaged(FULL_HD, "25%", "column"))
                    .ofFewFrom(FULL, damaged(FULL_HD, "100%", "one"), damaged(FULL_HD, "100%", "many"))
                    .ofFewFrom(FULL, damaged(FULL_HD, "100%", "column"))),
    /** Every access timed alone. */
    LATENCY(ReadLatency.class, "warm", "accessNs", Batch.BY_BYTES, Control.UNGUARDED, Refusal.NONE,
            Asked.nothing().ofFewFrom(STANDARD, Parameters.of(CURSOR)).ofFewFrom(FULL, Parameters.of(WINDOW))
                    .ofFewFrom(STANDARD, Parameters.of(FULL_HD))),
    /** Begin and end around nothing. */
    BEGIN_END(GuardCost.class, "beginEnd", CellEntry.PRIMARY, Batch.EMPTY, Control.UNGUARDED, Refusal.NONE, Asked.once()),
    /** A pool is attached, read, resized and detached. */
    LIFECYCLE(PoolLifecycle.class, "cycle", "cycleNs", Batch.POOLS, Control.UNGUARDED,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_MAPPINGS_NOT_OURS).or(Refusal.OF_BACKINGS),
            Asked.nothing()
                    .ofFewFrom(STANDARD, pool("none", "memfd"))
                    .ofFewFrom(FULL, pool("map", "memfd"))
                    .ofFewFrom(STANDARD, pool("madvise", "memfd"))
                    .ofFewFrom(STANDARD, pool("none", "tmpfs"), pool("none", "thp-memfd"), pool("none", "file"))),
    /** The client truncates under an attached pool. */
    RECOVERY(TruncationRecovery.class, "recovery", "recoveryNs", Batch.ONE, Control.GUARD_POOL,
            Refusal.OF_WHAT_CANNOT_RECOVER,
            Asked.nothing()
                    .from(QUICK, Parameters.of(FULL_HD).each("lost", "100%"))
                    .ofFewFrom(STANDARD, Parameters.of(FULL_HD).each("lost", "50%", "1page"))
                    .ofFewFrom(FULL, Parameters.of(WINDOW).each("lost", "100%"))
                    .ofFewFrom(FULL, Parameters.of(ULTRA_HD).each("lost", "100%", "50%", "1page"))),
    /** The compositor fills a client's buffer. */
    CAPTURE(CaptureWrite.class, "fill", CellEntry.PRIMARY, Batch.BY_BYTES, Control.GUARD_POOL,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_WHAT_CANNOT_WRITE),
            Asked.nothing().ofFewFrom(STANDARD, Parameters.of(FULL_HD))),
    /** Clients draw and commit, the compositor reads what is shown. */
    FRAMES(FrameCycle.class, "composite", "frameNs", Batch.SCREEN, Control.UNGUARDED,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_STALE_BYTES),
            Asked.nothing()
                    .ofFewFrom(STANDARD, screen(FULL_HD, "4", "60"))
                    .ofFewFrom(STANDARD, screen(WINDOW, "16", "60"))
                    .ofFewFrom(FULL, screen(FULL_HD, "1", "60"), screen(FULL_HD, "4", "144"), screen(WINDOW, "16", "240"))),
    /** One client truncates and regrows its file without end. */
    HOSTILE(HostileClient.class, "attacked", "attackedNs", Batch.SCREEN, Control.GUARD_POOL,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_WHAT_CANNOT_RECOVER),
            Asked.nothing().with(QUICK, STANDARD, List.of(Parameters.of(FULL_HD)))),
    /** Several threads read, and one of them may recover all the time. */
    READERS(Scaling.class, "readers", "accessNs", Batch.THREADS, Control.GUARD_POOL,
            Refusal.OF_LOOPS_IN_JAVA.or(Refusal.OF_WHAT_CANNOT_SHARE),
            Asked.nothing()
                    .ofFewFrom(FULL, readers("1", "no"))
                    .ofFewFrom(STANDARD, readers("2", "no"))
                    .ofFewFrom(FULL, readers("4", "no"), readers("1", "yes"))
                    .ofFewFrom(STANDARD, readers("2", "yes"))
                    .ofFewFrom(FULL, readers("4", "yes"))),
    /** What a patched kernel may cost programs that do not use its flag: compared between kernels, not within a run. */
    FAULT_ANONYMOUS(NonUser.class, "faultAnonymous", "eventNs"),
    FAULT_PRIVATE_FILE(NonUser.class, "faultPrivateFile", "eventNs"),
    FAULT_SHARED_FILE(NonUser.class, "faultSharedFile", "eventNs"),
    MAP_UNMAP(NonUser.class, "mapUnmap", "eventNs"),
    FORK_EXIT(NonUser.class, "forkExit", "eventNs"),
    /** What a call into the library costs by itself. */
    EMPTY_DIRECT(CallOverhead.class, "emptyDirect", Batch.ONE, Asked.once()),
    EMPTY_INTERFACE(CallOverhead.class, "emptyInterface", Batch.ONE, Asked.once()),
    /** The reads of {@code unguarded-shared} without the access contract, and with it. */
    PLAIN_LOOP(CallOverhead.class, "plainLoop", Batch.BY_BYTES, sizes(QUICK, CURSOR)),
    CONTRACT_LOOP(CallOverhead.class, "contractLoop", Batch.BY_BYTES, sizes(QUICK, CURSOR));

    private final Class<?> benchmark;
    private final String method;
    private final String metric;
    private final Batch batch;
    private final Control control;
    private final Refusal refusal;
    private final Asked asked;

    /** Asked of no strategy, and timed by JMH. */
    Workload(Class<?> benchmark, String method, Batch batch, Asked asked) {
        this(benchmark, method, CellEntry.PRIMARY, batch, Control.NO_STRATEGY, Refusal.NONE, asked);
    }

    /** Asked of no strategy once, and timed in C. */
    Workload(Class<?> benchmark, String method, String metric) {
        this(benchmark, method, metric, Batch.ONE, Control.NO_STRATEGY, Refusal.NONE,
                Asked.nothing().from(STANDARD, Parameters.none()));
    }

    Workload(
            Class<?> benchmark,
            String method,
            String metric,
            Batch batch,
            Control control,
            Refusal refusal,
            Asked asked) {
        this.benchmark = benchmark;
        this.method = method;
        this.metric = metric;
        this.batch = batch;
        this.control = control;
        this.refusal = refusal;
        this.asked = asked;
    }

    private static Asked sizes(Preset first, BufferSize... sizes) {
        return Asked.nothing().from(first, List.of(sizes).stream().map(Parameters::of).toList());
    }

    /** Name of the benchmark class, such as {@code BufferRead}. */
    public String benchmark() {
        return benchmark.getSimpleName();
    }

    public String method() {
        return method;
    }

    /** The benchmark as JMH names it. */
    public String jmhName() {
        return benchmark.getName() + "." + method;
    }

    /** Such as {@code BufferRead.warm}. */
    public String id() {
        return benchmark() + "." + method;
    }

    /** {@link CellEntry#PRIMARY} or the name of the result that is timed in C. */
    public String metric() {
        return metric;
    }

    /** What a preset asks, in display order. */
    public List<Parameters> asked(Preset preset) {
        return asked.in(preset);
    }

    /** Why a preset does not ask it of a strategy. */
    Optional<String> notAsked(Preset preset, Parameters parameters, StrategyInfo strategy) {
        return asked.notAsked(preset, parameters, strategy);
    }

    private static Parameters damaged(BufferSize size, String percent, String shape) {
        return Parameters.of(size).with("damage", percent).with("shape", shape);
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

    /** Bytes that one access reads; empty where it reads none. */
    Optional<Long> bytesPerAccess(Parameters parameters) {
        return parameters.size().map(size -> parameters.value("damage")
                .map(damage -> Damage.region(size, damage, parameters.value("shape").orElseThrow()).bytes())
                .orElse(size.bytes()));
    }

    /** With which parameters the control's cell is asked that the control's own is compared with; empty as a rule. */
    Optional<Parameters> peerOf(Parameters parameters) {
        return parameters.value("kernel").map(ReadLoop::of).flatMap(ReadLoop::peer)
                .map(peer -> parameters.with("kernel", peer.id()));
    }

    /** Accesses in one invocation, which JMH is told as operations per invocation. */
    int accessesPerInvocation(Parameters parameters) {
        return batch.accesses(bytesPerAccess(parameters).orElse(0L));
    }

    /** Whether it waits for the deadlines of a screen. */
    public boolean keepsPace() {
        return batch == Batch.SCREEN;
    }

    public boolean hasStrategy() {
        return control != Control.NO_STRATEGY;
    }

    /** Strategy of the cells that a family's are compared with. */
    public Optional<String> controlOf(Family family) {
        return control.of(family);
    }

    /** The workload of the same class whose cell this one's is compared with, where it has no strategy. */
    public Optional<Workload> controlWorkload() {
        return switch (this) {
            case EMPTY_INTERFACE -> Optional.of(EMPTY_DIRECT);
            case CONTRACT_LOOP -> Optional.of(PLAIN_LOOP);
            default -> Optional.empty();
        };
    }

    /** Why a strategy cannot be asked this, beside what the machine says. */
    public Optional<String> skipReason(StrategyInfo strategy, Parameters parameters) {
        return refusal.of(strategy, parameters);
    }
}
