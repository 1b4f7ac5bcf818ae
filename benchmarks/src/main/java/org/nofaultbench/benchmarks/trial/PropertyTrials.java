// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;
import static org.nofaultbench.benchmarks.trial.TrialFixture.BYTES;
import static org.nofaultbench.benchmarks.trial.TrialFixture.FIRST_HALF;
import static org.nofaultbench.benchmarks.trial.TrialFixture.PAGE;
import static org.nofaultbench.benchmarks.trial.TrialFixture.SEED;
import static org.nofaultbench.benchmarks.trial.TrialFixture.WHOLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nofaultbench.benchmarks.strategy.JvmPool.ReadKernel;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/** How each property is put to the test with a strategy in Java; those in C have {@code nofault-verify}. */
final class PropertyTrials {

    private static final int ROUNDS = 20;
    private static final long HALF = BYTES / 2;

    private PropertyTrials() {}

    /** Of a client that has drawn a frame. Returns for a yes, or throws a {@link TrialEnded}, or dies. */
    static void carryOut(Trait property, TrialFixture fixture) throws Exception {
        switch (property) {
            case SURVIVES_TRUNCATION -> survive(fixture, WHOLE, 0);
            case SURVIVES_TRUNCATION_TO_HALF -> survive(fixture, WHOLE, HALF);
            case SURVIVES_TRUNCATION_INSIDE_PAGE -> survive(fixture, WHOLE, 7 * PAGE + 1234);
            case SURVIVES_AT_UNALIGNED_OFFSET -> {
                survive(fixture, new Region(13, HALF + 102, 1, BYTES), HALF);
                makeAnew(fixture);
                survive(fixture, new Region(PAGE + 13, BYTES - 3 * PAGE, 1, BYTES), HALF);
            }
            case SURVIVES_UNBACKABLE_HOLE -> FullFilesystem.readAHole(fixture);
            case SURVIVES_SCATTERED_HOLES -> FullFilesystem.readScatteredHoles(fixture);
            case SURVIVES_BEYOND_MEMORY -> skip("Java maps at most 2 GiB at once");
            case SURVIVES_HUGE_PAGE_FILE -> skip("Java can make no file of huge pages");
            case CHARGES_NO_HOLES -> skip("asked of C programs, in a control group of their own");
            case SURVIVES_PAST_SEALED_END -> pastSealedEnd(fixture);
            case SURVIVES_HOLE_PUNCH -> {
                fixture.access(WHOLE);
                fixture.client.punch(HALF);
                expectZerosFromHalf(fixture, "did not read the hole as zeros");
            }
            case SURVIVES_LOST_WRITE -> lostWrite(fixture);
            case SURVIVES_ATTACKER -> Attack.survive(fixture);
            case READS_ZEROS -> {
                fixture.client.resize(HALF);
                expectZerosFromHalf(fixture, "did not read on over zeros");
            }
            case KEEPS_VALID_PAGES -> {
                fixture.client.resize(HALF);
                fixture.access(WHOLE);
                fixture.expectFrame(FIRST_HALF, SEED, "the half that was left is gone too");
            }
            case TELLS_LOSS -> tellsLoss(fixture);
            case TELLS_SECOND_READER -> secondReader(fixture);
            case SEES_LATER_WRITES -> {
                for (long seed = SEED + 1; seed < SEED + 4; seed++) {
                    fixture.client.draw(seed);
                    fixture.expectFrame(WHOLE, seed, "did not see what the client drew");
                }
            }
            case SEES_REGROWTH -> {
                fixture.client.resize(0);
                fixture.access(WHOLE);
                fixture.client.resize(BYTES);
                fixture.client.draw(SEED + 1);
                fixture.expectFrame(WHOLE, SEED + 1, "did not see what was drawn after the file grew back");
            }
            case OUTLIVES_CLIENT -> {
                fixture.client.close();
                fixture.expectFrame(WHOLE, SEED, "did not read the frame of the client that has ended");
            }
            case WORKS_IN_TWO_THREADS -> twoThreads(fixture);
            case NESTS_TWO_POOLS -> nested(fixture);
            case WRITABLE -> expectSeenByTheClient(fixture);
            case PASSES_FOREIGN_FAULTS, RESPECTS_LATER_HANDLER ->
                skip("the handler is the JVM's own: Java can install none before it or after it");
            case ENDS_WHEN_REPAIR_FAILS -> skip("the JVM's handler repairs nothing that could fail");
            case DIES_OF_REAL_BUG -> skip("asked of C programs; of a JVM it is crashes-jvm-of-real-bug");
            default -> throw new IllegalArgumentException("not put to the test here: property=" + property.id());
        }
    }

    private static void skip(String reason) {
        throw new TrialEnded(Observed.SKIPPED, reason);
    }

    /** Once in the loop that benchmarks use, once with a look at each byte. */
    private static void survive(TrialFixture fixture, Region region, long keepBytes) {
        fixture.access(region);
        fixture.client.resize(keepBytes);
        fixture.access(region);
        makeAnew(fixture);
        fixture.expectFrame(region, SEED, "did not read the frame when it was attached anew");
        fixture.client.resize(keepBytes);
        fixture.expectNothingForeign(region);
    }

    private static void makeAnew(TrialFixture fixture) {
        fixture.client.resize(BYTES);
        fixture.client.draw(SEED);
        fixture.attachAnew();
    }

    private static void pastSealedEnd(TrialFixture unsealed) {
        try (TrialFixture fixture = new TrialFixture(unsealed.strategy, true)) {
            fixture.strategy.attach(fixture.client.file(), 2 * BYTES).close();
            expect(false, "a pool that is larger than its file was attached");
        } catch (IllegalStateException e) {
            throw new TrialEnded(Observed.YES, "the larger pool is refused at attach");
        }
    }

    private static void expectZerosFromHalf(TrialFixture fixture, String otherwise) {
        expect(fixture.access(WHOLE).checksum() == Checksum.of(SEED, WHOLE, HALF), otherwise);
    }

    private static void tellsLoss(TrialFixture fixture) {
        expect(!fixture.isLost(WHOLE), "told of a loss where there was none");
        fixture.client.resize(HALF);
        expect(fixture.isLost(WHOLE), "was not told");
        expect(!fixture.isLost(FIRST_HALF), "the next access was told of a loss that was not its own");
    }

    /** An InternalError is a return, too: the writer goes on. */
    private static void lostWrite(TrialFixture fixture) throws IOException {
        try {
            expectSeenByTheClient(fixture);
            fixture.client.resize(0);
            fixture.pool().write(0, (byte) 1);
            expect(false, "the write was not told that its page is lost");
        } catch (InternalError e) {
            throw new TrialEnded(Observed.YES, "the write ends in an InternalError");
        }
    }

    /** The writable tenth of a compositor's accesses: screen capture. */
    private static void expectSeenByTheClient(TrialFixture fixture) throws IOException {
        byte changed = (byte) ~firstByte(fixture);
        fixture.pool().write(0, changed);
        expect(firstByte(fixture) == changed, "the client does not see the write");
    }

    private static byte firstByte(TrialFixture fixture) throws IOException {
        try (InputStream file = Files.newInputStream(fixture.client.file())) {
            return (byte) file.read();
        }
    }

    /** One is in the middle of an access when another finds the loss; a third comes when it is over. */
    private static void secondReader(TrialFixture fixture) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayRead = new CountDownLatch(1);
        ReadKernel pausing = pausing(() -> {
            inside.countDown();
            await(mayRead);
        });
        fixture.client.resize(HALF);
        Future<BatchOutcome> second = inAThread(() -> fixture.access(WHOLE, pausing));
        await(inside);
        fixture.access(WHOLE);
        mayRead.countDown();
        expect(second.get().lostAccesses() == 1, "a reader in the middle of its access was not told");
        expect(inAThread(() -> fixture.isLost(WHOLE)).get(), "a reader that came afterwards was not told");
    }

    private static void twoThreads(TrialFixture fixture) throws Exception {
        Future<Boolean> other = inAThread(() -> {
            try (TrialFixture another = new TrialFixture(fixture.strategy)) {
                return shrinkAndRead(another);
            }
        });
        shrinkAndRead(fixture);
        TrialEnded.await(other);
    }

    private static boolean shrinkAndRead(TrialFixture fixture) {
        for (int i = 0; i < ROUNDS; i++) {
            fixture.expectFrame(WHOLE, SEED, "did not read the frame of its own client");
            fixture.client.resize(0);
            fixture.expectNothingForeign(WHOLE);
            makeAnew(fixture);
        }
        return true;
    }

    private static void nested(TrialFixture outer) {
        try (TrialFixture inner = new TrialFixture(outer.strategy)) {
            inner.client.resize(0);
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
        return new TrialFixture.FrameCheck(SEED) {
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
