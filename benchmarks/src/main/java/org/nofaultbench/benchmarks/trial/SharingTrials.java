// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;
import static org.nofaultbench.benchmarks.trial.TrialFixture.BYTES;
import static org.nofaultbench.benchmarks.trial.TrialFixture.SEED;
import static org.nofaultbench.benchmarks.trial.TrialFixture.WHOLE;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.ReadKernel;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.Checksum;

final class SharingTrials {

    private static final int ROUNDS = 20;

    private SharingTrials() {}

    /** One is in the middle of an access when another finds the loss; a third comes when it is over. */
    static void secondReader(JvmStrategy strategy) throws Exception {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch mayRead = new CountDownLatch(1);
            ReadKernel pausing = pausing(() -> {
                inside.countDown();
                await(mayRead);
            });
            fixture.client().resize(BYTES / 2);
            Future<BatchOutcome> second = inAThread(() -> fixture.access(WHOLE, pausing));
            await(inside);
            fixture.access(WHOLE);
            mayRead.countDown();
            expect(second.get().lostAccesses() == 1, "a reader in the middle of its access was not told");
            expect(inAThread(() -> fixture.isLost(WHOLE)).get(), "a reader that came afterwards was not told");
        }
    }

    static void twoThreads(JvmStrategy strategy) throws Exception {
        Future<Boolean> other = inAThread(() -> shrinkAndRead(strategy));
        shrinkAndRead(strategy);
        try {
            other.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TrialEnded ended ? ended : e;
        }
    }

    private static boolean shrinkAndRead(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            for (int i = 0; i < ROUNDS; i++) {
                fixture.expectFrame(WHOLE, SEED, "did not read the frame of its own client");
                fixture.client().resize(0);
                fixture.expectNothingForeign(WHOLE);
                fixture.client().resize(BYTES);
                fixture.client().draw(SEED);
                fixture.attachAnew();
            }
        }
        return true;
    }

    static void nested(JvmStrategy strategy) {
        try (TrialFixture outer = new TrialFixture(strategy);
                TrialFixture inner = new TrialFixture(strategy)) {
            inner.client().resize(0);
            ReadKernel nesting = pausing(() -> inner.expectNothingForeign(WHOLE));
            BatchOutcome access = outer.access(WHOLE, nesting);
            expect(access.lostAccesses() == 0 && access.checksum() == 0, "the inner pool's loss reached the outer one");
            expect(
                    outer.access(WHOLE).checksum() == Checksum.of(SEED, WHOLE),
                    "the outer pool does not read its frame");
        }
    }

    /** Does something else in the middle of an access: when it has begun, and before the first byte is read. */
    private static ReadKernel pausing(Runnable meanwhile) {
        return new FrameCheck(SEED) {
            @Override
            public void start() {
                super.start();
                meanwhile.run();
            }
        };
    }

    private static <T> Future<T> inAThread(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<T> future = thread.submit(work);
        thread.shutdown();
        return future;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a trial", e);
        }
    }
}
