// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class NofaultLibraryTest {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();

    @Test
    void listsEveryStrategyOnceInRegistryOrder() {
        assertThat(LIBRARY.strategies()).extracting(StrategyInfo::id).doesNotHaveDuplicates().allMatch(id ->
                id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(LIBRARY.strategies()).extracting(StrategyInfo::index).isSorted().startsWith(0);
    }

    @Test
    void describesEachStrategyForPeople() {
        assertThat(LIBRARY.strategies()).allSatisfy(strategy -> {
            assertThat(strategy.name()).isNotBlank();
            assertThat(strategy.summary()).isNotBlank().hasSizeLessThan(160);
        });
    }

    @Test
    void labelsTheStandInForTheFlagAndOnlyThat() {
        assertThat(LIBRARY.strategies())
                .filteredOn(strategy -> strategy.has(Trait.STAND_IN))
                .extracting(StrategyInfo::id)
                .containsExactly("nofault-emulated");
    }

    @Test
    void saysWhyAStrategyCannotRun() {
        assertThat(LIBRARY.strategies())
                .filteredOn(strategy -> !strategy.runsHere())
                .allSatisfy(strategy -> assertThat(strategy.skipReason().orElseThrow()).hasSizeGreaterThan(20));
    }

    @Test
    void readsTheWholeOfTheRegistrysTextsAndBits() {
        StrategyInfo sealed = LIBRARY.strategy("sealed").orElseThrow();

        assertThat(sealed.name()).isEqualTo("Sealed memfd");
        assertThat(sealed.family()).isEqualTo(Family.SEALED);
        assertThat(sealed.traits()).containsExactlyInAnyOrder(
                Trait.SURVIVES_TRUNCATION, Trait.KEEPS_VALID_PAGES, Trait.WRITABLE, Trait.NEEDS_CLIENT);
    }

    @Test
    void findsNoStrategyThatIsNotThere() {
        assertThat(LIBRARY.strategy("guard-poll")).isEmpty();
    }

    @Test
    void knowsItsFilesAndWhatItWasCompiledFor() {
        assertThat(Files.isExecutable(LIBRARY.clientProgram())).isTrue();
        assertThat(LIBRARY.sha256()).matches("[0-9a-f]{64}");
        assertThat(LIBRARY.instructionSet()).isIn("avx512", "avx2", "neon", "baseline");
    }

    @Test
    void callsNothingByBothOfJnasWays() {
        EmptyCall call = new EmptyCall(LIBRARY);

        assertThat(call.byInterface()).isZero();
        assertThat(call.direct()).isZero();
    }
}
