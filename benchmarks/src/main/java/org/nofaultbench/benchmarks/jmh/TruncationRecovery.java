// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.KernelPage;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.TimedOutcome;
import org.nofaultbench.nativelib.Trait;
import org.openjdk.jmh.annotations.*;

/**
 * How long does the next access take after the client has truncated its file?
 *
 * <p>{@code recoveryNs} is the answer, timed in C (in Java where the loop is) from before the first lost page is touched until the access has
 * returned. JMH's own score also holds the client's drawing, its truncation and the re-attaching, since a replaced pool
 * cannot fault again. The control is {@code guard-pool}. Giving up the whole pool costs one signal and then a soft fault
 * a page; jumping out costs the signal alone; a copy learns from a return value.
 *
 * <p>Strategies that declare no protection would die and are refused.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TruncationRecovery -p strategy=guard-pool,guard-jump</pre>
 */
@OperationsPerInvocation(1)
public class TruncationRecovery extends StrategyBenchmark {

    @Param("1080p")
    public String size;

    /** What the client takes away: {@code 100%}, {@code 50%}, or {@code 1page}, the last one. */
    @Param("100%")
    public String lost;

    private Region whole;
    private BatchCheck checksums;
    private BatchCheck losses;
    private long keepBytes;

    @Override
    void start() {
        whole = Region.whole(bytes);
        client = Client.startFor(library, readStrategy.info(), whole.bytes());
        keepBytes = switch (lost) {
            case "100%" -> 0;
            case "50%" -> bytes / 2;
            case "1page" -> bytes - 1 - (bytes - 1) % KernelPage.BYTES;
            default ->
                throw new IllegalArgumentException("unknown loss: lost=" + lost + "; use one of [100%, 50%, 1page]");
        };
        // What was there is read before the loss is met; an access that is abandoned has no checksum, which is zero.
        long read = readStrategy.info().has(Trait.READS_ZEROS) ? Checksum.of(seed(), whole, keepBytes) : 0;
        checksums = new BatchCheck(Checksum.folded(read, accesses));
        losses = new BatchCheck(readStrategy.info().has(Trait.TELLS_LOSS) ? accesses : 0);
    }

    @Benchmark
    public long recovery() {
        TimedOutcome timed = readStrategy.recover(client, seed(), whole, keepBytes, accesses);
        ForkProfiler.record("recoveryNs", timed);
        losses.batch(timed.batch().lostAccesses());
        return checksums.batch(timed.batch().checksum());
    }

    @TearDown(Level.Iteration)
    public void verify() {
        checksums.verify(subject);
        losses.verify("accesses told of a loss, " + subject);
    }

    @TearDown
    public void stop() {
        client.close();
    }
}
