// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.TimedOutcome;
import org.nofaultbench.nativelib.Trait;

/**
 * What loses nothing. Losses are for children: a handler that an earlier test left in this process, libwayland's among
 * them, need not pass the fault on to the JVM.
 */
class JvmStrategyIT {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();
    private static final long SEED = 42;
    private static final long POOL_BYTES = 1 << 20;
    private static final Region WHOLE = Region.whole(POOL_BYTES);

    static Stream<JvmStrategy> strategies() {
        return Strategy.inJava(LIBRARY).stream();
    }

    static Stream<Region> regions() {
        return Stream.of(
                WHOLE,
                Region.whole(0),
                Region.whole(1),
                new Region(13, 70_001, 1, 70_001),
                new Region(4096 * 3 + 4, 1000, 50, 7680),
                new Region(8, 4096 * 2 + 24, 20, 4096 * 3),
                Region.nothing());
    }

    @ParameterizedTest
    @MethodSource("regions")
    void computesTheChecksumThatTheSeedPredicts(Region region) {
        for (JvmStrategy strategy : Strategy.inJava(LIBRARY)) {
            try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
                client.draw(SEED);
                try (AttachedPool pool = strategy.attach(client)) {
                    assertThat(pool.read(region, 3))
                            .isEqualTo(new BatchOutcome(Checksum.folded(Checksum.of(SEED, region), 3), 0, 0));
                }
            }
        }
    }

    @Test
    void timesEachFreshFrameOnce() {
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false);
                AttachedPool pool = new JvmMapped(0).attach(client)) {
            TimedOutcome timed = pool.readFresh(SEED, WHOLE, 2);

            long first = Checksum.of(SEED, WHOLE);
            assertThat(timed.batch().checksum())
                    .isEqualTo(Checksum.fold(Checksum.fold(0, first), Checksum.of(SEED + 1, WHOLE)));
            assertThat(timed.histogram().count()).isEqualTo(2);
        }
    }

    @Test
    void unmapsAPoolWhenItIsDetached() throws IOException {
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            AttachedPool pool = new JvmMapped(0).attach(client);
            assertThat(mappedPools()).isOne();

            pool.close();

            assertThat(mappedPools()).isZero();
        }
    }

    private static long mappedPools() throws IOException {
        try (Stream<String> mappings = Files.lines(Path.of("/proc/self/maps"))) {
            return mappings.filter(line -> line.contains("memfd:nofault-pool")).count();
        }
    }

    @Test
    void refusesAPoolThatIsLargerThanItsFile() {
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new JvmMapped(0).attach(client.file(), POOL_BYTES + 1))
                    .withMessage("attach refused, the file is too short: strategy=jvm-mapped, poolBytes=1048577,"
                            + " fileBytes=1048576");
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void refusesARegionThatDoesNotFitAndAPoolThatIsDetached(JvmStrategy strategy) {
        try (Client client = Client.start(LIBRARY, POOL_BYTES, false)) {
            AttachedPool pool = strategy.attach(client);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pool.reader(new Region(8, POOL_BYTES, 1, POOL_BYTES)));
            pool.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> pool.reader(WHOLE))
                    .withMessageContaining("detached");
        }
    }

    @Test
    void theListIsTheRegistryAndThenThoseInJava() {
        List<StrategyInfo> rows = Strategy.rows(LIBRARY);

        assertThat(rows).startsWith(LIBRARY.strategies().toArray(StrategyInfo[]::new));
        assertThat(rows)
                .extracting(StrategyInfo::id)
                .endsWith("jvm-mapped", "jvm-heap")
                .doesNotHaveDuplicates();
        assertThat(rows).extracting(StrategyInfo::index).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void eachDenialHasItsReasonAndEverythingElseIsDeclared(JvmStrategy strategy) {
        assertThat(strategy.because()).isNotBlank();
        assertThat(Trait.values())
                .filteredOn(Trait.properties()::contains)
                .allSatisfy(property -> assertThat(strategy.denial(property) != null)
                        .isNotEqualTo(strategy.info().has(property)));
    }
}
