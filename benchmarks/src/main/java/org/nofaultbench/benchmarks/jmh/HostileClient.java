// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.HostileOutcome;
import org.openjdk.jmh.annotations.*;

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
@OperationsPerInvocation(15)
public class HostileClient extends StrategyBenchmark {

    /** How often the attacker truncated its file. */
    public static final String TRUNCATES = "truncatesCount";
    /** Deadlines of the other client that passed before it was shown. */
    public static final String LATE_FRAMES = "lateFramesCount";

    private static final int HERTZ = 240;

    @Param("1080p")
    public String size;

    @Benchmark
    public long attacked() {
        HostileOutcome outcome = HostileOutcome.measure(library, readStrategy.info(), bytes, seed(), HERTZ, accesses);
        if (outcome.wrongAccesses() > 0) {
            throw new IllegalStateException("wrong bytes were read: " + subject + ", accesses="
                    + outcome.wrongAccesses() + ", frames=" + accesses);
        }
        ForkProfiler.record("attackedNs", outcome.attacked());
        double attackedNs = outcome.attacked().totalNs();
        ForkProfiler.record("stolenNsPerTruncate", (attackedNs - outcome.unattackedNs()) / outcome.truncates());
        ForkProfiler.record("throughputLeftShare", outcome.unattackedNs() / attackedNs);
        ForkProfiler.record("worstAccessNs", outcome.worstNs());
        ForkProfiler.record(TRUNCATES, outcome.truncates());
        ForkProfiler.record("lostAccessesCount", outcome.attacked().batch().lostAccesses());
        ForkProfiler.record("framesCount", accesses);
        ForkProfiler.record(LATE_FRAMES, outcome.lateFrames());
        return outcome.truncates();
    }
}
