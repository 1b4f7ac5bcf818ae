// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/** Real children: what the strategies in Java declare is what a JVM does. */
class JvmPropertySourceIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();

    @TempDir
    Path folder;

    private static List<CaseResult> results(BiPredicate<String, String> wanted, String... jvmArguments)
            throws InterruptedException {
        JvmPropertySource source = new JvmPropertySource(LIBRARY, wanted, List.of(jvmArguments), LIMIT);
        List<CaseResult> results = new ArrayList<>();
        source.run(results::add);
        assertThat(results).hasSize(source.count());
        return results;
    }

    private static boolean inJava(String strategy) {
        return strategy.startsWith("jvm-");
    }

    @Test
    void everyPropertyOfAStrategyInJavaIsAsDeclared() throws InterruptedException {
        List<CaseResult> results = results((strategy, property) -> inJava(strategy));

        assertThat(results).hasSize(48).allSatisfy(result -> assertThat(result.ok()).as(result.toString()).isTrue());
        assertThat(results)
                .filteredOn(result -> result.observed() == Observed.SKIPPED)
                .allSatisfy(result -> assertThat(result.detail()).hasSizeGreaterThan(20));
        assertThat(results)
                .filteredOn(result -> result.strategy().equals("jvm-mapped") && result.observed() == Observed.YES)
                .hasSizeGreaterThanOrEqualTo(18);
        assertThat(results)
                .contains(new CaseResult("jvm-heap", "sees-later-writes", false, Observed.NO,
                        "its bytes were copied once, at attach, and are its own; did not see what the client drew"));
    }

    /** The error of a lost page is thrown late, and how late depends on who compiled the loop. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void aLossIsToldOfTheAccessThatItHappenedInWhateverCompiledTheLoop(String compiler) throws InterruptedException {
        Set<String> whatDependsOnIt =
                Set.of("survives-truncation-to-half", "survives-lost-write", "tells-loss", "sees-regrowth", "nests-two-pools");

        List<CaseResult> results = results(
                (strategy, property) -> strategy.equals("jvm-mapped") && whatDependsOnIt.contains(property), compiler);

        assertThat(results).hasSize(5).allSatisfy(result ->
                assertThat(result.observed()).as(result.toString()).isEqualTo(Observed.YES));
    }

    @Test
    void everyStrategyThatRunsHereIsAskedWhatAJvmMakesOfARealBug() throws InterruptedException {
        List<CaseResult> results = results((strategy, property) -> property.equals("crashes-jvm-of-real-bug"));

        assertThat(results).extracting(CaseResult::strategy).containsExactlyElementsOf(
                StrategyList.rows(LIBRARY).stream().map(row -> row.id()).toList());
        assertThat(results).allSatisfy(result -> assertThat(result.ok()).as(result.toString()).isTrue());
    }

    @Test
    void aChildThatHangsIsKilledAndSaidToHaveHung() throws InterruptedException {
        List<CaseResult> results = new ArrayList<>();
        BiPredicate<String, String> one = (strategy, property) -> strategy.equals("jvm-heap") && property.equals("writable");

        new JvmPropertySource(LIBRARY, one, List.of(), Duration.ofMillis(1)).run(results::add);

        assertThat(results).containsExactly(
                new CaseResult("jvm-heap", "writable", false, Observed.ERROR, "declared no: its bytes were copied once,"
                        + " at attach, and are its own; time limit of 0 s reached"));
        assertThat(results.get(0).ok()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "139, tells-loss, NO, died of SIGSEGV",
        "134, tells-loss, NO, died of SIGABRT",
        "134, crashes-jvm-of-real-bug, NO, died of SIGABRT without an hs_err file",
        "1, tells-loss, ERROR, the child ended with status 1: first words",
        "77, survives-unbackable-hole, SKIPPED, no filesystem of limited size: a private mount namespace is refused here"
    })
    void theWayAChildEndedIsSaidInWords(int status, String property, Observed observed, String detail) throws IOException {
        Trait trait = Arrays.stream(Trait.values()).filter(t -> t.id().equals(property)).findFirst().orElseThrow();

        assertThat(CaseProcess.judge(folder, status, trait, "first words")).isEqualTo(new Answer(observed, detail));
    }

    @Test
    void aCrashThatLeavesAnErrorFileIsTheOneThatWasAskedFor() throws IOException {
        Files.createFile(folder.resolve("hs_err_pid1.log"));

        assertThat(CaseProcess.judge(folder, 134, Trait.CRASHES_JVM_OF_REAL_BUG, "")).isEqualTo(new Answer(Observed.YES, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no - was not told", "skip - there is no such thing here"})
    void aChildsLineIsReadAsItWasWritten(String line) {
        assertThat(Answer.of(line).line()).isEqualTo(line);
    }

    @Test
    void anyOtherLineIsAnErrorOfTheCase() {
        assertThat(Answer.of("Exception in thread").observed()).isEqualTo(Observed.ERROR);
        assertThat(Answer.of("").detail()).isEqualTo("the child said nothing");
    }
}
