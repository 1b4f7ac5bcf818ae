// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Compositor;
import org.nofaultbench.nativelib.Compositor.InjectedFault;
import org.nofaultbench.nativelib.FrameOutcome;
import org.nofaultbench.nativelib.NamedConstant;
import org.openjdk.jmh.annotations.*;

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
@OperationsPerInvocation(15)
public class FrameCycle extends StrategyBenchmark {

    @Param("1080p")
    public String size;

    @Param("4")
    public int clients;

    @Param("60")
    public int hertz;

    @Param("none")
    public String mishap;

    private Compositor compositor;

    @Override
    void start() {
        compositor = new Compositor(library, readStrategy.info(), clients, bytes);
    }

    @Benchmark
    public long composite() {
        InjectedFault injected = NamedConstant.parse(InjectedFault.class, "mishap", "mishap", mishap);
        FrameOutcome outcome = compositor.show(accesses, hertz, injected);
        ForkProfiler.record("frameNs", outcome.busy());
        ForkProfiler.record("worstFrameNs", outcome.worstNs());
        ForkProfiler.record("framesCount", outcome.busy().histogram().count());
        ForkProfiler.record("missedFramesCount", outcome.missedFrames());
        ForkProfiler.record("commitsCount", outcome.commits());
        ForkProfiler.record("lateCommitsCount", outcome.lateCommits());
        ForkProfiler.record("lostCommitsCount", outcome.lostCommits());
        ForkProfiler.record("tornCommitsCount", outcome.tornCommits());
        return outcome.commits();
    }

    @TearDown
    public void stop() {
        compositor.close();
    }
}
