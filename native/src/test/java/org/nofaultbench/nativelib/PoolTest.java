// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTest {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();
    private static final long SEED = 42;
    private static final long POOL_BYTES = 1 << 20;
    private static final Region WHOLE = Region.whole(POOL_BYTES);

    @TempDir
    Path directory;

    static Stream<String> strategies() {
        return LIBRARY.strategies().stream().map(StrategyInfo::id);
    }

    private static StrategyInfo runnable(String id) {
        StrategyInfo strategy = LIBRARY.strategy(id).orElseThrow();
        assumeTrue(strategy.runsHere(), () -> strategy.skipReason().orElseThrow());
        return strategy;
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void readsTheFrameThatTheSeedPredicts(String id) {
        StrategyInfo strategy = runnable(id);
        Region rectangle = new Region(4096 * 3 + 4, 1000, 50, 7680);
        try (Client client = Client.startFor(LIBRARY, strategy, POOL_BYTES)) {
            client.draw(SEED);
            try (Pool pool = Pool.attach(strategy, client)) {
                assertThat(pool.read(WHOLE, 3))
                        .isEqualTo(new BatchOutcome(Checksum.folded(Checksum.of(SEED, WHOLE), 3), 0, 0));
                assertThat(pool.read(rectangle, 1).checksum())
                        .isEqualTo(Checksum.fold(0, Checksum.of(SEED, rectangle)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void timesEachFreshFrameOnce(String id) {
        StrategyInfo strategy = runnable(id);
        try (Client client = Client.startFor(LIBRARY, strategy, POOL_BYTES);
                Pool pool = Pool.attach(strategy, client)) {
            TimedOutcome timed = pool.readFresh(SEED, WHOLE, 2);

            long first = Checksum.of(SEED, WHOLE);
            long second = Checksum.of(SEED + 1, WHOLE);
            assertThat(timed.batch().checksum()).isEqualTo(Checksum.fold(Checksum.fold(0, first), second));
            assertThat(timed.histogram().count()).isEqualTo(2);
            assertThat(timed.totalNs()).isPositive();
        }
    }

    /** A sealed file cannot be shrunk, so there is nothing to recover from. */
    static Stream<String> strategiesThatRecover() {
        return LIBRARY.strategies().stream()
                .filter(strategy -> strategy.has(Trait.SURVIVES_TRUNCATION) && !strategy.has(Trait.NEEDS_CLIENT))
                .map(StrategyInfo::id);
    }

    /** In a process of its own: a process holds one fault strategy, since not every handler passes faults on. */
    static final class RecoversFiveTimes {
        public static void main(String[] arguments) {
            StrategyInfo strategy = LIBRARY.strategy(arguments[0]).orElseThrow();
            try (Client client = Client.startFor(LIBRARY, strategy, POOL_BYTES)) {
                System.out.println(
                        Pool.recover(strategy, client, SEED, WHOLE, 0, 5).batch());
            }
        }
    }

    private String fiveRecoveries(String id) throws Exception {
        return ChildJvm.run(directory, RecoversFiveTimes.class, List.of(), id)
                .output()
                .strip();
    }

    @ParameterizedTest
    @MethodSource("strategiesThatRecover")
    void recoversFromTheLossOfEverything(String id) throws Exception {
        int told = runnable(id).has(Trait.TELLS_LOSS) ? 5 : 0;

        assertThat(fiveRecoveries(id)).startsWith("BatchOutcome[checksum=0, lostAccesses=" + told + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard-pool", "guard-jump", "nofault-emulated"})
    void countsTheOneFaultOfARecoveryThatTheLibrarysHandlerAnswers(String id) throws Exception {
        assertThat(fiveRecoveries(id)).endsWith("faults=5]");
    }

    @Test
    void refusesARecoveryThatWouldEndTheProcess() {
        StrategyInfo unguarded = runnable("unguarded-shared");
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            assertThatExceptionOfType(NativeException.class)
                    .isThrownBy(() -> Pool.recover(unguarded, client, SEED, WHOLE, 0, 1))
                    .withMessage("recovery failed: strategy=unguarded-shared, keepBytes=0, offset=0, errno=EINVAL");
        }
    }

    @Test
    void namesOperationSubjectOffsetAndErrnoWhenARegionDoesNotFit() {
        StrategyInfo strategy = runnable("guard-pool");
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false);
                Pool pool = Pool.attach(strategy, client)) {
            assertThatExceptionOfType(NativeException.class)
                    .isThrownBy(() -> pool.read(new Region(8, POOL_BYTES, 1, POOL_BYTES), 1))
                    .withMessage("read failed: strategy=guard-pool, offset=8, errno=ERANGE");
        }
    }

    @Test
    void refusesToAttachAnUnsealedFileAsSealed() {
        StrategyInfo sealed = runnable("sealed");
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            assertThatExceptionOfType(NativeException.class)
                    .isThrownBy(() -> Pool.attach(sealed, client))
                    .withMessageContaining("errno=EPERM");
        }
    }

    @Test
    void readsPlainlyWhatTheContractReads() {
        StrategyInfo unguarded = runnable("unguarded-shared");
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            client.draw(SEED);
            try (Pool pool = Pool.attach(unguarded, client);
                    Reader reader = pool.reader(WHOLE)) {
                reader.readPlainly(4);
                BatchOutcome plain = reader.outcome();
                reader.read(4);

                assertThat(plain).isEqualTo(reader.outcome());
            }
        }
    }

    @Test
    void refusesToBeUsedAfterItWasClosed() {
        Client client = Client.start(LIBRARY, POOL_BYTES, false);
        Pool pool = Pool.attach(runnable("guard-pool"), client);
        pool.close();
        client.close();

        assertThatIllegalStateException().isThrownBy(() -> pool.read(WHOLE, 1)).withMessageContaining("detached");
        assertThatIllegalStateException().isThrownBy(() -> client.draw(1)).withMessageContaining("closed");
    }
}
