// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.nio.ByteBuffer;
import org.nofaultbench.benchmarks.strategy.JvmPool;
import org.nofaultbench.benchmarks.strategy.JvmPool.ReadKernel;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/** What a trial begins with: a client that has drawn a frame, and its file as a Java strategy has attached it. */
final class TrialFixture implements AutoCloseable {

    static final long PAGE = 4096;
    static final long BYTES = 64 * PAGE;
    static final long SEED = 0xC0FFEE;
    static final Region WHOLE = Region.whole(BYTES);
    static final Region FIRST_HALF = Region.whole(BYTES / 2);

    final JvmStrategy strategy;
    final Client client;
    private JvmPool pool;

    TrialFixture(JvmStrategy strategy) {
        this(strategy, false);
    }

    TrialFixture(JvmStrategy strategy, boolean sealed) {
        this.strategy = strategy;
        client = Client.start(NofaultLibrary.load(), BYTES, sealed);
        client.draw(SEED);
        pool = strategy.attach(client.file(), BYTES);
    }

    JvmPool pool() {
        return pool;
    }

    void attachAnew() {
        pool.close();
        pool = strategy.attach(client.file(), BYTES);
    }

    BatchOutcome access(Region region) {
        return pool.read(region, 1);
    }

    BatchOutcome access(Region region, ReadKernel kernel) {
        try (BatchReader reader = pool.reader(region, kernel)) {
            reader.read(1);
            return reader.outcome();
        }
    }

    boolean isLost(Region region) {
        return access(region).lostAccesses() > 0;
    }

    void expectFrame(Region region, long seed, String otherwise) {
        expect(access(region).checksum() == Checksum.of(seed, region), otherwise);
    }

    /** Every byte is the frame's or zero, or the access was abandoned. */
    void expectNothingForeign(Region region) {
        expect(access(region, new FrameCheck(SEED)).checksum() == 0, "read bytes that were never the client's");
    }

    @Override
    public void close() {
        pool.close();
        client.close();
    }

    /** A read kernel whose result is the number of bytes that are neither the frame's nor zero. */
    static class FrameCheck implements ReadKernel {

        private final long seed;
        private long foreign;

        FrameCheck(long seed) {
            this.seed = seed;
        }

        @Override
        public void start() {
            foreign = 0;
        }

        @Override
        public void add(ByteBuffer bytes, int from, int length) {
            for (int at = from; at < from + length; at++) {
                byte found = bytes.get(at);
                if (found != 0 && found != Checksum.frameByte(seed, at)) {
                    foreign++;
                }
            }
        }

        @Override
        public long result() {
            return foreign;
        }
    }
}
