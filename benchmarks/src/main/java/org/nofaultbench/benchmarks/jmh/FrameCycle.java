// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.Compositor;
import org.nofaultbench.nativelib.FrameOutcome;
import org.nofaultbench.nativelib.NofaultLibrary;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What does a strategy take of a frame, and is every frame there in time?
 *
 * <p>Real client processes draw when they are called back and commit; at each deadline the compositor takes the commits that
 * have arrived, reads the shown buffer of every client and calls them back. {@code frameNs} is its work in a frame, timed in
 * C; JMH's own score is the time between deadlines. The reader keeps to the first CPU, the clients to the others: on two
 * CPUs all clients share one, and at 144 Hz four of 1080p cannot draw in time, which shows as late commits.
 *
 * <p>Everything that goes wrong is counted: {@code missedFramesCount}, deadlines that passed without a frame; {@code
 * lateCommitsCount}, deadlines at which a commit was called for and not there; {@code lostCommitsCount}, serials that never
 * arrived; {@code tornCommitsCount}, buffers whose bytes are not those of their serial, by arithmetic after the
 * frame's time is taken. {@code -p mishap=torn_commit} and its like make one of each, to see it counted.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FrameCycle -p clients=4 -p size=1080p -p hertz=60 -opi 60 -r 30s</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(15)
@Fork(1)
@Warmup(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class FrameCycle {

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("guard-pool")
    public String strategy;

    @Param("1080p")
    public String size;

    @Param("4")
    public int clients;

    @Param("60")
    public int hertz;

    @Param("none")
    public String mishap;

    private Compositor compositor;
    private int frames;

    @Setup
    public void start(BenchmarkParams parameters) {
        frames = parameters.getOpsPerInvocation();
        NofaultLibrary library = NofaultLibrary.load();
        BufferSize buffer = BufferSize.of(size);
        Strategy asked = Strategies.asked(library, Workload.FRAMES, Parameters.of(buffer), strategy);
        compositor = new Compositor(library, asked.info(), clients, buffer.bytes());
    }

    @Benchmark
    public long composite() {
        FrameOutcome outcome = compositor.show(frames, hertz, Mishaps.of(mishap));
        TimedAccesses.record("frameNs", outcome.busy());
        Measured.record("worstFrameNs", outcome.worstNs());
        Measured.record("framesCount", outcome.busy().histogram().count());
        Measured.record("missedFramesCount", outcome.missedFrames());
        Measured.record("commitsCount", outcome.commits());
        Measured.record("lateCommitsCount", outcome.lateCommits());
        Measured.record("lostCommitsCount", outcome.lostCommits());
        Measured.record("tornCommitsCount", outcome.tornCommits());
        return outcome.commits();
    }

    @TearDown
    public void stop() {
        compositor.close();
    }
}
