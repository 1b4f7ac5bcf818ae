// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class NofaultLibraryTest {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();

    @Test
    void listsEveryStrategyOnceInRegistryOrder() {
        assertThat(LIBRARY.strategies())
                .extracting(StrategyInfo::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(LIBRARY.strategies())
                .extracting(StrategyInfo::index)
                .isSorted()
                .startsWith(0);
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
                .allSatisfy(strategy ->
                        assertThat(strategy.skipReason().orElseThrow()).hasSizeGreaterThan(20));
    }

    @Test
    void readsTheWholeOfTheRegistrysTextsAndBits() {
        StrategyInfo sealed = LIBRARY.strategy("sealed").orElseThrow();

        assertThat(sealed.name()).isEqualTo("Sealed memfd");
        assertThat(sealed.family()).isEqualTo(Family.SEALED);
        assertThat(sealed.traits())
                .contains(Trait.SURVIVES_TRUNCATION, Trait.CRASHES_JVM_OF_REAL_BUG, Trait.NEEDS_CLIENT)
                .doesNotContain(Trait.NEEDS_KERNEL_PATCH, Trait.STAND_IN);
        assertThat(sealed.note()).isEmpty();
    }

    @Test
    void spellsPropertiesAndStrategiesAsTheProgramThatTriesThem() throws Exception {
        Process list =
                new ProcessBuilder(LIBRARY.program(NativeFiles.Program.VERIFY).toString(), "--list").start();
        List<String> lines = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(list.waitFor()).isZero();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("property "))
                .containsExactlyElementsOf(Trait.properties().stream()
                        .filter(trait -> trait != Trait.CRASHES_JVM_OF_REAL_BUG)
                        .map(trait -> "property " + trait.id())
                        .toList());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("strategy "))
                .containsExactlyElementsOf(LIBRARY.strategies().stream()
                        .map(row -> "strategy " + row.id())
                        .toList());
    }

    @Test
    void findsNoStrategyThatIsNotThere() {
        assertThat(LIBRARY.strategy("guard-poll")).isEmpty();
    }

    @Test
    void knowsItsFilesAndWhatItWasCompiledFor() {
        assertThat(Files.isExecutable(LIBRARY.program(NativeFiles.Program.CLIENT)))
                .isTrue();
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
