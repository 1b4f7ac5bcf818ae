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

    /** The same of a client that has drawn a frame. */
    @FunctionalInterface
    private interface FixtureTrial {
        void carryOut(TrialFixture fixture) throws Exception;
    }

    private static final long HALF = BYTES / 2;
    private static final Map<Trait, Trial> ALL = new EnumMap<>(Trait.class);

    static {
        ALL.put(Trait.SURVIVES_TRUNCATION, s -> survive(s, WHOLE, 0));
        ALL.put(Trait.SURVIVES_TRUNCATION_TO_HALF, s -> survive(s, WHOLE, HALF));
        ALL.put(Trait.SURVIVES_TRUNCATION_INSIDE_PAGE, s -> survive(s, WHOLE, 7 * PAGE + 1234));
        ALL.put(Trait.SURVIVES_AT_UNALIGNED_OFFSET, PropertyTrials::surviveUnaligned);
        ALL.put(Trait.SURVIVES_UNBACKABLE_HOLE, FullFilesystem::readAHole);
        ALL.put(Trait.SURVIVES_SCATTERED_HOLES, FullFilesystem::readScatteredHoles);
        ALL.put(Trait.SURVIVES_BEYOND_MEMORY, skipping("Java maps at most 2 GiB at once"));
        ALL.put(Trait.SURVIVES_HUGE_PAGE_FILE, skipping("Java can make no file of huge pages"));
        ALL.put(Trait.CHARGES_NO_HOLES, skipping("asked of C programs, in a control group of their own"));
        ALL.put(Trait.SURVIVES_PAST_SEALED_END, PropertyTrials::pastSealedEnd);
        ALL.put(Trait.SURVIVES_HOLE_PUNCH, inFixture(PropertyTrials::holePunch));
        ALL.put(Trait.SURVIVES_LOST_WRITE, inFixture(PropertyTrials::lostWrite));
        ALL.put(Trait.SURVIVES_ATTACKER, Attack::survive);
        ALL.put(Trait.READS_ZEROS, inFixture(PropertyTrials::readsZeros));
        ALL.put(Trait.KEEPS_VALID_PAGES, inFixture(PropertyTrials::keepsValidPages));
        ALL.put(Trait.TELLS_LOSS, inFixture(PropertyTrials::tellsLoss));
        ALL.put(Trait.TELLS_SECOND_READER, SharingTrials::secondReader);
        ALL.put(Trait.SEES_LATER_WRITES, inFixture(PropertyTrials::seesLaterWrites));
        ALL.put(Trait.SEES_REGROWTH, inFixture(PropertyTrials::seesRegrowth));
        ALL.put(Trait.OUTLIVES_CLIENT, inFixture(PropertyTrials::outlivesClient));
        ALL.put(Trait.WORKS_IN_TWO_THREADS, SharingTrials::twoThreads);
        ALL.put(Trait.NESTS_TWO_POOLS, SharingTrials::nested);
        ALL.put(Trait.WRITABLE, inFixture(PropertyTrials::writable));
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

    private static Trial inFixture(FixtureTrial trial) {
        return strategy -> {
            try (TrialFixture fixture = new TrialFixture(strategy)) {
                trial.carryOut(fixture);
            }
        };
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
            fixture.client().resize(BYTES);
            fixture.client().draw(SEED);
            fixture.attachAnew();
            fixture.expectFrame(region, SEED, "did not read the frame when it was attached anew");
            fixture.client().resize(keepBytes);
            fixture.expectNothingForeign(region);
        }
    }

    private static void surviveUnaligned(JvmStrategy strategy) {
        survive(strategy, new Region(13, HALF + 102, 1, BYTES), HALF);
        survive(strategy, new Region(PAGE + 13, BYTES - 3 * PAGE, 1, BYTES), HALF);
    }

    private static void pastSealedEnd(JvmStrategy strategy) {
        try (TrialFixture fixture = new TrialFixture(strategy, true)) {
            strategy.attach(fixture.client().file(), 2 * BYTES).close();
            expect(false, "a pool that is larger than its file was attached");
        } catch (IllegalStateException e) {
            throw TrialEnded.yes("the larger pool is refused at attach");
        }
    }

    private static void holePunch(TrialFixture fixture) {
        fixture.access(WHOLE);
        fixture.client().punch(HALF);
        expect(fixture.access(WHOLE).checksum() == Checksum.of(SEED, WHOLE, HALF), "did not read the hole as zeros");
    }

    private static void readsZeros(TrialFixture fixture) {
        fixture.client().resize(HALF);
        expect(fixture.access(WHOLE).checksum() == Checksum.of(SEED, WHOLE, HALF), "did not read on over zeros");
    }

    private static void keepsValidPages(TrialFixture fixture) {
        fixture.client().resize(HALF);
        fixture.access(WHOLE);
        fixture.expectFrame(FIRST_HALF, SEED, "the half that was left is gone too");
    }

    private static void tellsLoss(TrialFixture fixture) {
        expect(!fixture.isLost(WHOLE), "told of a loss where there was none");
        fixture.client().resize(HALF);
        expect(fixture.isLost(WHOLE), "was not told");
        expect(!fixture.isLost(FIRST_HALF), "the next access was told of a loss that was not its own");
    }

    private static void seesLaterWrites(TrialFixture fixture) {
        for (long seed = SEED + 1; seed < SEED + 4; seed++) {
            fixture.client().draw(seed);
            fixture.expectFrame(WHOLE, seed, "did not see what the client drew");
        }
    }

    private static void seesRegrowth(TrialFixture fixture) {
        fixture.client().resize(0);
        fixture.access(WHOLE);
        fixture.client().resize(BYTES);
        fixture.client().draw(SEED + 1);
        fixture.expectFrame(WHOLE, SEED + 1, "did not see what was drawn after the file grew back");
    }

    private static void outlivesClient(TrialFixture fixture) {
        fixture.client().close();
        fixture.expectFrame(WHOLE, SEED, "did not read the frame of the client that has ended");
    }

    /** The writable tenth of a compositor's accesses: screen capture. */
    private static void writable(TrialFixture fixture) throws IOException {
        expectSeenByTheClient(fixture);
    }

    /** An InternalError is a return, too: the writer goes on. */
    private static void lostWrite(TrialFixture fixture) throws IOException {
        try {
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
