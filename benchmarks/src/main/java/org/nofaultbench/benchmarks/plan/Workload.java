// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.jmh.BufferRead;
import org.nofaultbench.benchmarks.jmh.CallOverhead;
import org.nofaultbench.benchmarks.jmh.GuardCost;
import org.nofaultbench.benchmarks.jmh.TruncationRecovery;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.CellEntry;

/**
 * The questions that a run asks, in the order of its report: a method of a benchmark class, the sizes it is asked of,
 * the metric that answers it and the strategy that the others are compared with. To add a workload, add a constant; its
 * expected checksum belongs to the benchmark method.
 */
public enum Workload {
    /** Bytes that lie in the reader's cache, as far as they fit. */
    READ_WARM(BufferRead.class, "warm", CellEntry.PRIMARY, Batch.BY_BYTES, Control.UNGUARDED, Sizes.READ),
    /** Bytes that the client has just written on another core. */
    READ_FRESH(BufferRead.class, "fresh", "accessNs", Batch.FRAMES, Control.UNGUARDED, Sizes.FRAME),
    /** Begin and end around nothing. */
    BEGIN_END(GuardCost.class, "beginEnd", CellEntry.PRIMARY, Batch.EMPTY, Control.UNGUARDED, Sizes.NONE),
    /** The client truncates to nothing under an attached pool. */
    EVERYTHING_LOST(TruncationRecovery.class, "everythingLost", "recoveryNs", Batch.ONE, Control.GUARD_POOL, Sizes.FULL_HD),
    /** What a call into the library costs by itself. */
    EMPTY_DIRECT(CallOverhead.class, "emptyDirect", CellEntry.PRIMARY, Batch.ONE, Control.NO_STRATEGY, Sizes.NONE),
    EMPTY_INTERFACE(CallOverhead.class, "emptyInterface", CellEntry.PRIMARY, Batch.ONE, Control.NO_STRATEGY, Sizes.NONE),
    /** The reads of {@code unguarded-shared} without the access contract, and with it. */
    PLAIN_LOOP(CallOverhead.class, "plainLoop", CellEntry.PRIMARY, Batch.BY_BYTES, Control.NO_STRATEGY, Sizes.CURSOR),
    CONTRACT_LOOP(CallOverhead.class, "contractLoop", CellEntry.PRIMARY, Batch.BY_BYTES, Control.NO_STRATEGY, Sizes.CURSOR);

    /** What a workload's cells are compared with. */
    private enum Control {
        UNGUARDED("unguarded-shared"),
        GUARD_POOL("guard-pool"),
        NO_STRATEGY(null);

        private final String strategy;

        Control(String strategy) {
            this.strategy = strategy;
        }
    }

    /** The sizes that it is asked of, and those of them that a run of minutes has the time for. */
    private enum Sizes {
        NONE(List.of(), List.of()),
        CURSOR(List.of(BufferSize.CURSOR), List.of(BufferSize.CURSOR)),
        FULL_HD(List.of(BufferSize.FULL_HD), List.of(BufferSize.FULL_HD)),
        /** From a cache to memory. */
        READ(
                List.of(BufferSize.values()),
                List.of(BufferSize.CURSOR, BufferSize.FULL_HD, BufferSize.ULTRA_HD)),
        /** What a client draws for every access; most of the time goes into drawing. */
        FRAME(List.of(BufferSize.values()), List.of(BufferSize.FULL_HD));

        private final List<BufferSize> every;
        private final List<BufferSize> few;

        Sizes(List<BufferSize> every, List<BufferSize> few) {
            this.every = every;
            this.few = few;
        }
    }

    /** How many accesses one invocation holds. */
    private enum Batch {
        /** So many bytes that an invocation takes about a millisecond and the call into the library is lost in it. */
        BY_BYTES,
        /** Accesses of nothing: nanoseconds each. */
        EMPTY,
        /** Each waits for the client, so there is no call to hide; large frames take milliseconds to draw. */
        FRAMES,
        ONE;

        private static final long BYTES = 64L << 20;
        private static final int MOST = 4096;

        int accesses(long bytesPerAccess) {
            return switch (this) {
                case BY_BYTES -> (int) Math.min(MOST, BYTES / bytesPerAccess);
                case EMPTY -> 100_000;
                case FRAMES -> bytesPerAccess > 1 << 20 ? 1 : 16;
                case ONE -> 1;
            };
        }
    }

    private static final String JVM_CONTROL = "jvm-heap";

    private final Class<?> benchmark;
    private final String method;
    private final String metric;
    private final Batch batch;
    private final Control control;
    private final Sizes sizes;

    Workload(
            Class<?> benchmark, String method, String metric, Batch batch, Control control, Sizes sizes) {
        this.benchmark = benchmark;
        this.method = method;
        this.metric = metric;
        this.batch = batch;
        this.control = control;
        this.sizes = sizes;
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

    /** Sizes it is asked of; empty where it has no size. */
    public List<BufferSize> sizes() {
        return sizes.every;
    }

    /** The most telling of its sizes. */
    List<BufferSize> fewSizes() {
        return sizes.few;
    }

    /** Accesses in one invocation, which JMH is told as operations per invocation; 0 bytes where it has no size. */
    int accessesPerInvocation(long bytesPerAccess) {
        return batch.accesses(bytesPerAccess);
    }

    public boolean hasStrategy() {
        return control != Control.NO_STRATEGY;
    }

    /** Strategy of the cells that a family's are compared with: loops in Java with those in Java. */
    public Optional<String> controlOf(Family family) {
        return family == Family.JVM ? Optional.of(JVM_CONTROL) : Optional.ofNullable(control.strategy);
    }

    /** The workload of the same class whose cell this one's is compared with, where it has no strategy. */
    public Optional<Workload> controlWorkload() {
        return switch (this) {
            case EMPTY_INTERFACE -> Optional.of(EMPTY_DIRECT);
            case CONTRACT_LOOP -> Optional.of(PLAIN_LOOP);
            default -> Optional.empty();
        };
    }

    /** Why a strategy cannot be asked this, beside what the machine says; follows from what it declares. */
    public Optional<String> skipReason(StrategyInfo strategy) {
        if (!strategy.has(Trait.SEES_LATER_WRITES) && this == READ_FRESH) {
            return Optional.of("its bytes were copied at attach: a frame that is drawn later is not seen");
        }
        boolean takesMemoryAway = control == Control.GUARD_POOL;
        if (!takesMemoryAway) {
            return Optional.empty();
        }
        if (!strategy.has(Trait.SEES_LATER_WRITES)) {
            return Optional.of("nothing can be lost: its bytes were copied at attach");
        }
        if (strategy.family() == Family.SEALED) {
            return Optional.of("the client cannot shrink a file that it has sealed: there is nothing to recover from");
        }
        return strategy.has(Trait.SURVIVES_TRUNCATION)
                ? Optional.empty()
                : Optional.of("the process would die of SIGBUS: nothing protects the read");
    }
}
