// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.Conclusion.expect;

import java.util.EnumMap;
import java.util.Map;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;

/** How each property is put to the test with a strategy in Java; those in C have {@code nofault-verify}. */
final class Trials {

    /** Returns for a yes, or throws a {@link Conclusion}, or dies. */
    @FunctionalInterface
    interface Trial {
        void carryOut(JvmStrategy strategy) throws Exception;
    }

    private static final long HALF = Stage.BYTES / 2;
    private static final Map<Trait, Trial> ALL = new EnumMap<>(Trait.class);

    static {
        ALL.put(Trait.SURVIVES_TRUNCATION, s -> survive(s, Stage.WHOLE, 0));
        ALL.put(Trait.SURVIVES_TRUNCATION_TO_HALF, s -> survive(s, Stage.WHOLE, HALF));
        ALL.put(Trait.SURVIVES_TRUNCATION_INSIDE_PAGE, s -> survive(s, Stage.WHOLE, 7 * Stage.PAGE + 1234));
        ALL.put(Trait.SURVIVES_AT_UNALIGNED_OFFSET, Trials::surviveUnaligned);
        ALL.put(Trait.SURVIVES_UNBACKABLE_HOLE, FullFilesystem::readAHole);
        ALL.put(Trait.SURVIVES_PAST_SEALED_END, Trials::pastSealedEnd);
        ALL.put(Trait.SURVIVES_HOLE_PUNCH, Trials::holePunch);
        ALL.put(Trait.SURVIVES_LOST_WRITE, WriteTrials::lostWrite);
        ALL.put(Trait.SURVIVES_ATTACKER, Attack::survive);
        ALL.put(Trait.READS_ZEROS, Trials::readsZeros);
        ALL.put(Trait.KEEPS_VALID_PAGES, Trials::keepsValidPages);
        ALL.put(Trait.TELLS_LOSS, Trials::tellsLoss);
        ALL.put(Trait.TELLS_SECOND_READER, SharingTrials::secondReader);
        ALL.put(Trait.SEES_LATER_WRITES, Trials::seesLaterWrites);
        ALL.put(Trait.SEES_REGROWTH, Trials::seesRegrowth);
        ALL.put(Trait.OUTLIVES_CLIENT, Trials::outlivesClient);
        ALL.put(Trait.WORKS_IN_TWO_THREADS, SharingTrials::twoThreads);
        ALL.put(Trait.NESTS_TWO_POOLS, SharingTrials::nested);
        ALL.put(Trait.WRITABLE, WriteTrials::writable);
        String notJavas = "the handler is the JVM's own: Java can install none before it or after it";
        ALL.put(Trait.PASSES_FOREIGN_FAULTS, skipping(notJavas));
        ALL.put(Trait.RESPECTS_LATER_HANDLER, skipping(notJavas));
        ALL.put(Trait.ENDS_WHEN_REPAIR_FAILS, skipping("the JVM's handler repairs nothing that could fail"));
        ALL.put(Trait.DIES_OF_REAL_BUG, skipping("asked of C programs; of a JVM it is crashes-jvm-of-real-bug"));
    }

    private Trials() {}

    static Trial of(Trait property) {
        return ALL.get(property);
    }

    private static Trial skipping(String reason) {
        return strategy -> {
            throw Conclusion.skip(reason);
        };
    }

    /** Once in the loop that benchmarks use, once with a look at each byte. */
    private static void survive(JvmStrategy strategy, Region region, long keepBytes) {
        try (Stage stage = new Stage(strategy)) {
            stage.access(region);
            stage.client().resize(keepBytes);
            stage.access(region);
            stage.client().resize(Stage.BYTES);
            stage.client().draw(Stage.SEED);
            stage.attachAnew();
            stage.expectFrame(region, Stage.SEED, "did not read the frame when it was attached anew");
            stage.client().resize(keepBytes);
            stage.expectNothingForeign(region);
        }
    }

    private static void surviveUnaligned(JvmStrategy strategy) {
        survive(strategy, new Region(13, HALF + 102, 1, Stage.BYTES), HALF);
        survive(strategy, new Region(Stage.PAGE + 13, Stage.BYTES - 3 * Stage.PAGE, 1, Stage.BYTES), HALF);
    }

    private static void pastSealedEnd(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy, true)) {
            strategy.attach(stage.client().file(), 2 * Stage.BYTES).close();
            expect(false, "a pool that is larger than its file was attached");
        } catch (IllegalStateException e) {
            throw Conclusion.yes("the larger pool is refused at attach");
        }
    }

    private static void holePunch(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            stage.access(Stage.WHOLE);
            stage.client().punch(HALF);
            expect(stage.access(Stage.WHOLE).checksum() == Checksum.of(Stage.SEED, Stage.WHOLE, HALF),
                    "did not read the hole as zeros");
        }
    }

    private static void readsZeros(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            stage.client().resize(HALF);
            expect(stage.access(Stage.WHOLE).checksum() == Checksum.of(Stage.SEED, Stage.WHOLE, HALF),
                    "did not read on over zeros");
        }
    }

    private static void keepsValidPages(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            stage.client().resize(HALF);
            stage.access(Stage.WHOLE);
            stage.expectFrame(Stage.FIRST_HALF, Stage.SEED, "the half that was left is gone too");
        }
    }

    private static void tellsLoss(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            expect(!stage.isLost(Stage.WHOLE), "told of a loss where there was none");
            stage.client().resize(HALF);
            expect(stage.isLost(Stage.WHOLE), "was not told");
            expect(!stage.isLost(Stage.FIRST_HALF), "the next access was told of a loss that was not its own");
        }
    }

    private static void seesLaterWrites(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            for (long seed = Stage.SEED + 1; seed < Stage.SEED + 4; seed++) {
                stage.client().draw(seed);
                stage.expectFrame(Stage.WHOLE, seed, "did not see what the client drew");
            }
        }
    }

    private static void seesRegrowth(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            stage.client().resize(0);
            stage.access(Stage.WHOLE);
            stage.client().resize(Stage.BYTES);
            stage.client().draw(Stage.SEED + 1);
            stage.expectFrame(Stage.WHOLE, Stage.SEED + 1, "did not see what was drawn after the file grew back");
        }
    }

    private static void outlivesClient(JvmStrategy strategy) {
        try (Stage stage = new Stage(strategy)) {
            stage.client().close();
            stage.expectFrame(Stage.WHOLE, Stage.SEED, "did not read the frame of the client that has ended");
        }
    }
}
