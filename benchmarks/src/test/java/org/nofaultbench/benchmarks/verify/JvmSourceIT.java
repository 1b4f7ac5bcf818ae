// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.trial.CaseResult;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/** Real children: what the strategies in Java declare is what a JVM does. */
class JvmSourceIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();

    private static List<CaseResult> results(Selection wanted, String... jvmArguments) throws IOException {
        return results(wanted, LIMIT, jvmArguments);
    }

    private static List<CaseResult> results(Selection wanted, Duration limit, String... jvmArguments)
            throws IOException {
        try (JvmSource source = new JvmSource(LIBRARY, List.of(jvmArguments), limit)) {
            List<CaseResult> results = new ArrayList<>();
            assertThat(source.open(wanted)).isPositive();
            source.run(new PropertySource.Listener() {
                @Override
                public void note(String text) {
                    assertThat(text).contains(": ");
                }

                @Override
                public void finished(CaseResult result) {
                    results.add(result);
                }
            });
            return results;
        }
    }

    @Test
    void everyPropertyOfAStrategyInJavaIsAsDeclared() throws IOException {
        List<CaseResult> results =
                results(new Selection(List.of("jvm-mapped", "jvm-heap"), List.of(), Selection.USUAL_RECOVERIES));

        assertThat(results)
                .hasSize(2 * 28)
                .allSatisfy(result -> assertThat(result.observation().ok())
                        .as(result.toString())
                        .isTrue());
        assertThat(results)
                .filteredOn(result -> result.observation().observed() == Observed.SKIPPED)
                .allSatisfy(result -> assertThat(result.observation().detail()).hasSizeGreaterThan(20));
        assertThat(results)
                .filteredOn(result -> result.strategy().equals("jvm-mapped")
                        && result.observation().observed() == Observed.YES)
                .hasSizeGreaterThanOrEqualTo(18);
        assertThat(results)
                .contains(
                        new CaseResult(
                                "jvm-heap",
                                "sees-later-writes",
                                new Observation(
                                        false,
                                        Observed.NO,
                                        "its bytes were copied once, at attach, and are its own; did not see what the client drew")));
    }

    /** The error of a lost page is thrown late, and how late depends on who compiled the loop. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void aLossIsToldOfTheAccessThatItHappenedInWhateverCompiledTheLoop(String compiler) throws IOException {
        List<String> whatDependsOnIt = List.of(
                "survives-truncation-to-half", "survives-lost-write", "tells-loss", "sees-regrowth", "nests-two-pools");

        List<CaseResult> results = results(new Selection(List.of("jvm-mapped"), whatDependsOnIt, 1), compiler);

        assertThat(results)
                .hasSize(5)
                .allSatisfy(result -> assertThat(result.observation().observed())
                        .as(result.toString())
                        .isEqualTo(Observed.YES));
    }

    @Test
    @Tag("slow")
    void everyStrategyThatRunsHereIsAskedWhatAJvmMakesOfARealBug() throws IOException {
        List<CaseResult> results = results(new Selection(List.of(), List.of("crashes-jvm-of-real-bug"), 1));

        assertThat(results)
                .extracting(CaseResult::strategy)
                .containsExactlyElementsOf(
                        Strategy.rows(LIBRARY).stream().map(StrategyInfo::id).toList());
        assertThat(results)
                .allSatisfy(result -> assertThat(result.observation().ok())
                        .as(result.toString())
                        .isTrue());
    }

    @Test
    void aStrategyInCIsAskedOnlyWhatAJvmMakesOfARealBug() throws IOException {
        List<CaseResult> results = results(new Selection(List.of("guard-pool"), List.of(), 1));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.property()).isEqualTo("crashes-jvm-of-real-bug");
            assertThat(result.observation().ok()).as(result.toString()).isTrue();
        });
    }

    @Test
    void aChildThatHangsIsKilledAndSaidToHaveHung() throws IOException {
        List<CaseResult> results =
                results(new Selection(List.of("jvm-heap"), List.of("writable"), 1), Duration.ofMillis(1));

        assertThat(results)
                .containsExactly(new CaseResult(
                        "jvm-heap",
                        "writable",
                        new Observation(
                                false,
                                Observed.ERROR,
                                "declared no: its bytes were copied once,"
                                        + " at attach, and are its own; time limit of 0 s reached")));
        assertThat(results.get(0).observation().ok()).isFalse();
    }
}
