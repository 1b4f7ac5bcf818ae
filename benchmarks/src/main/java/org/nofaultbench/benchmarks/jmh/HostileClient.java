// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.HostileOutcome;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.openjdk.jmh.annotations.*;
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
@OperationsPerInvocation(15)
public class HostileClient extends SuiteBenchmark {

    private static final int HERTZ = 240;

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("guard-pool")
    public String strategy;

    @Param("1080p")
    public String size;

    private NofaultLibrary library;
    private StrategyInfo strategyInfo;
    private long bytes;
    private int frames;

    @Setup
    public void start(BenchmarkParams parameters) {
        frames = parameters.getOpsPerInvocation();
        library = NofaultLibrary.load();
        BufferSize buffer = BufferSize.ofId(size);
        bytes = buffer.bytes();
        strategyInfo = Strategies.measurable(library, Workload.HOSTILE, Parameters.of(buffer), strategy)
                .info();
    }

    @Benchmark
    public long attacked() {
        HostileOutcome outcome = HostileOutcome.measure(library, strategyInfo, bytes, Seed.value(), HERTZ, frames);
        if (outcome.wrongAccesses() > 0) {
            throw new IllegalStateException("wrong bytes were read: strategy=" + strategy + ", accesses="
                    + outcome.wrongAccesses() + ", frames=" + frames);
        }
        IterationMetrics.record("attackedNs", outcome.attacked());
        double attackedNs = outcome.attacked().totalNs();
        IterationMetrics.record("stolenNsPerTruncate", (attackedNs - outcome.unattackedNs()) / outcome.truncates());
        IterationMetrics.record("throughputLeftShare", outcome.unattackedNs() / attackedNs);
        IterationMetrics.record("worstAccessNs", outcome.worstNs());
        IterationMetrics.record("truncatesCount", outcome.truncates());
        IterationMetrics.record("lostAccessesCount", outcome.attacked().batch().lostAccesses());
        IterationMetrics.record("framesCount", frames);
        IterationMetrics.record("lateFramesCount", outcome.lateFrames());
        return outcome.truncates();
    }
}
