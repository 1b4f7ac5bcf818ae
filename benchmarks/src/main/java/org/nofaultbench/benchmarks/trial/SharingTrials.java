// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.Conclusion.expect;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.Checksum;

/** More than one reader. */
final class SharingTrials {

    private static final int ROUNDS = 20;

    private SharingTrials() {}

    /** One is in the middle of an access when another finds the loss; a third comes when it is over. */
    static void secondReader(JvmStrategy strategy) throws Exception {
        try (Stage stage = new Stage(strategy)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch mayRead = new CountDownLatch(1);
            PausingKernel pausing = new PausingKernel(Stage.SEED, () -> {
                inside.countDown();
                await(mayRead);
            });
            stage.client().resize(Stage.BYTES / 2);
            Future<BatchOutcome> second = inAThread(() -> stage.access(Stage.WHOLE, pausing));
            await(inside);
            stage.access(Stage.WHOLE);
            mayRead.countDown();
            expect(second.get().lostAccesses() == 1, "a reader in the middle of its access was not told");
            expect(inAThread(() -> stage.isLost(Stage.WHOLE)).get(), "a reader that came afterwards was not told");
        }
    }

    static void twoThreads(JvmStrategy strategy) throws Exception {
        Future<Boolean> other = inAThread(() -> shrinkAndRead(strategy));
        shrinkAndRead(strategy);
        try {
            other.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Conclusion conclusion ? conclusion : e;
        }
    }

    private static boolean shrinkAndRead(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            for (int i = 0; i < ROUNDS; i++) {
                stage.expectFrame(Stage.WHOLE, Stage.SEED, "did not read the frame of its own client");
                stage.client().resize(0);
                stage.expectNothingForeign(Stage.WHOLE);
                stage.client().resize(Stage.BYTES);
                stage.client().draw(Stage.SEED);
                stage.attachAnew();
            }
        }
        return true;
    }

    static void nested(JvmStrategy strategy) {
        try (Stage outer = new Stage(strategy);
                Stage inner = new Stage(strategy)) {
            inner.client().resize(0);
            PausingKernel nesting =
                    new PausingKernel(Stage.SEED, () -> inner.expectNothingForeign(Stage.WHOLE));
            BatchOutcome access = outer.access(Stage.WHOLE, nesting);
            expect(access.lostAccesses() == 0 && access.checksum() == 0, "the inner pool's loss reached the outer one");
            expect(outer.access(Stage.WHOLE).checksum() == Checksum.of(Stage.SEED, Stage.WHOLE),
                    "the outer pool does not read its frame");
        }
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
