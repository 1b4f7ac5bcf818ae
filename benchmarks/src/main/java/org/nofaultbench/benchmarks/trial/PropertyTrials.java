// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;

/** How each property is put to the test with a strategy in Java; those in C have {@code nofault-verify}. */
final class PropertyTrials {

    /** Returns for a yes, or throws a {@link TrialEnded}, or dies. */
    @FunctionalInterface
    interface Trial {
        void carryOut(JvmStrategy strategy) throws Exception;
    }

    private static final long HALF = TrialFixture.BYTES / 2;
    private static final Map<Trait, Trial> ALL = new EnumMap<>(Trait.class);

    static {
        ALL.put(Trait.SURVIVES_TRUNCATION, s -> survive(s, TrialFixture.WHOLE, 0));
        ALL.put(Trait.SURVIVES_TRUNCATION_TO_HALF, s -> survive(s, TrialFixture.WHOLE, HALF));
        ALL.put(
                Trait.SURVIVES_TRUNCATION_INSIDE_PAGE,
                s -> survive(s, TrialFixture.WHOLE, 7 * TrialFixture.PAGE + 1234));
        ALL.put(Trait.SURVIVES_AT_UNALIGNED_OFFSET, PropertyTrials::surviveUnaligned);
        ALL.put(Trait.SURVIVES_UNBACKABLE_HOLE, FullFilesystem::readAHole);
        ALL.put(Trait.SURVIVES_SCATTERED_HOLES, FullFilesystem::readScatteredHoles);
        ALL.put(Trait.SURVIVES_BEYOND_MEMORY, skipping("Java maps at most 2 GiB at once"));
        ALL.put(Trait.SURVIVES_HUGE_PAGE_FILE, skipping("Java can make no file of huge pages"));
        ALL.put(Trait.CHARGES_NO_HOLES, skipping("asked of C programs, in a control group of their own"));
        ALL.put(Trait.SURVIVES_PAST_SEALED_END, PropertyTrials::pastSealedEnd);
        ALL.put(Trait.SURVIVES_HOLE_PUNCH, PropertyTrials::holePunch);
        ALL.put(Trait.SURVIVES_LOST_WRITE, PropertyTrials::lostWrite);
        ALL.put(Trait.SURVIVES_ATTACKER, Attack::survive);
        ALL.put(Trait.READS_ZEROS, PropertyTrials::readsZeros);
        ALL.put(Trait.KEEPS_VALID_PAGES, PropertyTrials::keepsValidPages);
        ALL.put(Trait.TELLS_LOSS, PropertyTrials::tellsLoss);
        ALL.put(Trait.TELLS_SECOND_READER, SharingTrials::secondReader);
        ALL.put(Trait.SEES_LATER_WRITES, PropertyTrials::seesLaterWrites);
        ALL.put(Trait.SEES_REGROWTH, PropertyTrials::seesRegrowth);
        ALL.put(Trait.OUTLIVES_CLIENT, PropertyTrials::outlivesClient);
        ALL.put(Trait.WORKS_IN_TWO_THREADS, SharingTrials::twoThreads);
        ALL.put(Trait.NESTS_TWO_POOLS, SharingTrials::nested);
        ALL.put(Trait.WRITABLE, PropertyTrials::writable);
        String notJavas = "the handler is the JVM's own: Java can install none before it or after it";
        ALL.put(Trait.PASSES_FOREIGN_FAULTS, skipping(notJavas));
        ALL.put(Trait.RESPECTS_LATER_HANDLER, skipping(notJavas));
        ALL.put(Trait.ENDS_WHEN_REPAIR_FAILS, skipping("the JVM's handler repairs nothing that could fail"));
        ALL.put(Trait.DIES_OF_REAL_BUG, skipping("asked of C programs; of a JVM it is crashes-jvm-of-real-bug"));
    }

    private PropertyTrials() {}

    static Trial ofProperty(Trait property) {
        return ALL.get(property);
    }

    private static Trial skipping(String reason) {
        return strategy -> {
            throw TrialEnded.skip(reason);
        };
    }

    /** Once in the loop that benchmarks use, once with a look at each byte. */
    private static void survive(JvmStrategy strategy, Region region, long keepBytes) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.access(region);
            fixture.client().resize(keepBytes);
            fixture.access(region);
            fixture.client().resize(TrialFixture.BYTES);
            fixture.client().draw(TrialFixture.SEED);
            fixture.attachAnew();
            fixture.expectFrame(region, TrialFixture.SEED, "did not read the frame when it was attached anew");
            fixture.client().resize(keepBytes);
            fixture.expectNothingForeign(region);
        }
    }

    private static void surviveUnaligned(JvmStrategy strategy) {
        survive(strategy, new Region(13, HALF + 102, 1, TrialFixture.BYTES), HALF);
        survive(
                strategy,
                new Region(TrialFixture.PAGE + 13, TrialFixture.BYTES - 3 * TrialFixture.PAGE, 1, TrialFixture.BYTES),
                HALF);
    }

    private static void pastSealedEnd(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy, true)) {
            strategy.attach(fixture.client().file(), 2 * TrialFixture.BYTES).close();
            expect(false, "a pool that is larger than its file was attached");
        } catch (IllegalStateException e) {
            throw TrialEnded.yes("the larger pool is refused at attach");
        }
    }

    private static void holePunch(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.access(TrialFixture.WHOLE);
            fixture.client().punch(HALF);
            expect(
                    fixture.access(TrialFixture.WHOLE).checksum()
                            == Checksum.of(TrialFixture.SEED, TrialFixture.WHOLE, HALF),
                    "did not read the hole as zeros");
        }
    }

    private static void readsZeros(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.client().resize(HALF);
            expect(
                    fixture.access(TrialFixture.WHOLE).checksum()
                            == Checksum.of(TrialFixture.SEED, TrialFixture.WHOLE, HALF),
                    "did not read on over zeros");
        }
    }

    private static void keepsValidPages(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.client().resize(HALF);
            fixture.access(TrialFixture.WHOLE);
            fixture.expectFrame(TrialFixture.FIRST_HALF, TrialFixture.SEED, "the half that was left is gone too");
        }
    }

    private static void tellsLoss(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            expect(!fixture.isLost(TrialFixture.WHOLE), "told of a loss where there was none");
            fixture.client().resize(HALF);
            expect(fixture.isLost(TrialFixture.WHOLE), "was not told");
            expect(!fixture.isLost(TrialFixture.FIRST_HALF), "the next access was told of a loss that was not its own");
        }
    }

    private static void seesLaterWrites(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            for (long seed = TrialFixture.SEED + 1; seed < TrialFixture.SEED + 4; seed++) {
                fixture.client().draw(seed);
                fixture.expectFrame(TrialFixture.WHOLE, seed, "did not see what the client drew");
            }
        }
    }

    private static void seesRegrowth(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.client().resize(0);
            fixture.access(TrialFixture.WHOLE);
            fixture.client().resize(TrialFixture.BYTES);
            fixture.client().draw(TrialFixture.SEED + 1);
            fixture.expectFrame(
                    TrialFixture.WHOLE, TrialFixture.SEED + 1, "did not see what was drawn after the file grew back");
        }
    }

    private static void outlivesClient(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            fixture.client().close();
            fixture.expectFrame(
                    TrialFixture.WHOLE, TrialFixture.SEED, "did not read the frame of the client that has ended");
        }
    }

    /** The writable tenth of a compositor's accesses: screen capture. */
    private static void writable(JvmStrategy strategy) throws IOException {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            expectSeenByTheClient(fixture);
        }
    }

    /** An InternalError is a return, too: the writer goes on. */
    private static void lostWrite(JvmStrategy strategy) throws IOException {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            expectSeenByTheClient(fixture);
            fixture.client().resize(0);
            fixture.pool().write(0, (byte) 1);
            expect(false, "the write was not told that its page is lost");
        } catch (InternalError e) {
            throw TrialEnded.yes("the write ends in an InternalError");
        }
    }

    private static void expectSeenByTheClient(TrialFixture fixture) throws IOException {
        byte changed = (byte) ~firstByte(fixture);
        fixture.pool().write(0, changed);
        expect(firstByte(fixture) == changed, "the client does not see the write");
    }

    private static byte firstByte(TrialFixture fixture) throws IOException {
        try (InputStream file = Files.newInputStream(fixture.client().file())) {
            return (byte) file.read();
        }
    }
}
