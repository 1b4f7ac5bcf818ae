// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.HostileOutcome;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What can a client steal by truncating and regrowing its file as fast as it can?
 *
 * <p>The compositor shows two clients at 240 Hz and reads each buffer whole, {@code opi} frames in peace and as many under
 * attack. {@code attackedNs}, the figure, is its time for the attacker's buffer in one frame, attaching it anew included:
 * a pool that was given up shows nothing until it is, so the attacker makes the compositor pay for both. The control is
 * {@code guard-pool}. {@code stolenNsPerTruncate} is what is above the time in peace, by ftruncate call of the attacker; it
 * is negative for a strategy that reads less under attack than in peace. {@code throughputLeftShare} is the time in peace
 * over that under attack; {@code lateFramesCount} the deadlines that the other client's frame missed.
 *
 * <p>Strategies that declare no protection would die and are refused. The other client's bytes are compared in each frame,
 * and a wrong one fails the fork.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar HostileClient -p strategy=guard-pool,guard-page -opi 30</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(15)
@Fork(1)
@Warmup(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class HostileClient {

    private static final int HERTZ = 240;

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("guard-pool")
    public String strategy;

    @Param("1080p")
    public String size;

    private NofaultLibrary library;
    private StrategyInfo way;
    private long bytes;
    private int frames;

    @Setup
    public void start(BenchmarkParams parameters) {
        frames = parameters.getOpsPerInvocation();
        library = NofaultLibrary.load();
        BufferSize buffer = BufferSize.of(size);
        bytes = buffer.bytes();
        way = Strategies.asked(library, Workload.HOSTILE, Parameters.of(buffer), strategy).info();
    }

    @Benchmark
    public long attacked() {
        HostileOutcome outcome = HostileOutcome.measure(library, way, bytes, Seed.value(), HERTZ, frames);
        if (outcome.wrongAccesses() > 0) {
            throw new IllegalStateException("wrong bytes were read: strategy=" + strategy + ", accesses="
                    + outcome.wrongAccesses() + ", frames=" + frames);
        }
        TimedAccesses.record("attackedNs", outcome.attacked());
        double attackedNs = outcome.attacked().totalNs();
        Measured.record("stolenNsPerTruncate", (attackedNs - outcome.unattackedNs()) / outcome.truncates());
        Measured.record("throughputLeftShare", outcome.unattackedNs() / attackedNs);
        Measured.record("worstAccessNs", outcome.worstNs());
        Measured.record("truncatesCount", outcome.truncates());
        Measured.record("lostAccessesCount", outcome.attacked().batch().lostAccesses());
        Measured.record("framesCount", frames);
        Measured.record("lateFramesCount", outcome.lateFrames());
        return outcome.truncates();
    }
}
