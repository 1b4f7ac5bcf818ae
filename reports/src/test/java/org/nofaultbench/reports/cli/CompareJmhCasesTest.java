// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare} on JMH files as other projects have them: one fork, rows that are missing or repeated, other units. */
class CompareJmhCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "jmh-cases");

    @TempDir
    Path temporary;

    private static Console compare(String base, String next, Object... options) {
        return CompareTest.compare(CASES.resolve(base + ".json"), CASES.resolve(next + ".json"), options);
    }

    @Test
    void findsALargeChangeOfASingleFork() {
        Console console = compare("one-fork-base", "one-fork-slower");
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out())
                .containsPattern("Encode.huge +\\S+ +\\S+ \\S+/op +2\\.[45]\\d+ \\(\\S+\\) +SLOWER")
                .contains(
                        "FAIL: 2 rows compared, 1 SLOWER, 1 INCONCLUSIVE", "fewer than 5 forks: judged by iterations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-fork-base", "one-fork-slightly-slower"})
    void passesNothingWhereNoRowWasJudged(String next) {
        Console console = compare("one-fork-base", next);
        assertThat(console.exit()).isEqualTo(3);
        assertThat(console.out())
                .contains("INCONCLUSIVE: 2 rows compared, 2 INCONCLUSIVE")
                .doesNotContain("PASS", "SLOWER *");
        assertThat(console.out()
                        .lines()
                        .filter(line -> line.startsWith("No row was judged: "))
                        .toList())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("-f 5").hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void judgesBySmallerDifferencesOfForksWhereItIsTold() {
        Console console = compare("one-fork-base", "one-fork-slightly-slower", "--between-forks", "5%");
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).contains("1 SLOWER");
    }

    @Test
    void findsASlowDownOfFiveSingleShots() {
        Console console = compare("single-shot-base", "single-shot-slower");
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).contains("FAIL: 1 row compared, 1 SLOWER", "judged by iterations");
        assertThat(compare("single-shot-base", "single-shot-base").exit()).isEqualTo(3);
    }

    @Test
    void failsOnABenchmarkThatIsMissing() {
        Console console = compare("crashed-base", "crashed-new");
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out())
                .contains(
                        "Missing: only in the base: com.acme.codec.Decode.zipped [avgt]",
                        "FAIL: 1 row compared, 1 UNDECIDED, 1 missing");
        assertThat(compare("crashed-base", "crashed-new", "--format", "junit").out())
                .contains("failures=\"1\"");
        assertThat(compare("crashed-base", "crashed-new", "--format", "markdown")
                        .out())
                .contains("- **Missing**, `only in the base`");
        assertThat(compare("crashed-base", "crashed-new", "--allow-missing")).satisfies(allowed -> {
            assertThat(allowed.exit()).isZero();
            assertThat(allowed.out()).contains("Not compared: only in the base: com.acme.codec.Decode.zipped [avgt]");
        });
        assertThat(compare("crashed-new", "crashed-base").exit()).isZero();
    }

    @Test
    void takesRepeatedRowsForFurtherForks() {
        Console console = compare("repeated-rows", "repeated-rows", "--format", "json");
        assertThat(console.exit()).as(console.err()).isZero();
        JsonNode row = CompareTest.tree(console).path("rows").path(0);
        assertThat(row.path("new").path("forks").asInt()).isEqualTo(6);
        assertThat(row.path("cautions").path(0).asText()).isEqualTo("listed 2 times; repeats count as further forks");
    }

    @Test
    void namesTheRowThatLostAFork() {
        assertThat(compare("lost-fork", "lost-fork").out())
                .contains("only 5 of 6 forks are in the raw data: com.acme.codec.Encode.huge [avgt]");
    }

    @Test
    void readsOperationsPerSecAndComparesThemWithThoseOfJmh() {
        Console console = compare("unit-ops-sec", "unit-ops-ms-half", "--format", "json");
        assertThat(console.exit()).as(console.err()).isEqualTo(1);
        JsonNode row = CompareTest.tree(console).path("rows").path(0);
        assertThat(row.path("ratio").asDouble()).isBetween(1.99, 2.01);
        assertThat(row.path("moreIsBetter").asBoolean()).isTrue();
    }

    @Test
    void readsBytesOfWhichLessIsBetter() {
        assertThat(compare("unit-bytes-base", "unit-bytes-base").exit()).isZero();
        assertThat(compare("unit-bytes-base", "unit-bytes-more")).satisfies(more -> {
            assertThat(more.exit()).isEqualTo(1);
            assertThat(more.out()).containsPattern("512\\S* +640\\S* B/op +1\\.250 .* SLOWER");
        });
        assertThat(compare("unit-bytes-more", "unit-bytes-base", "--fail-on", "faster")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void namesTheBenchmarkWhoseScoreWasEdited() {
        Console console = compare("edited-score", "edited-score");
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines())
                .singleElement()
                .asString()
                .contains("score is not the mean of the raw data", "benchmark=com.acme.codec.Encode.huge");
    }

    @Test
    void listsThePortOfAnAgentAsHarmless() {
        Console console = compare("ide-port-base", "ide-port-new");
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out())
                .contains("Differs: jvmArgs -javaagent:/home/dev/ide/lib/idea_rt.jar: 41231:/home/dev/ide/bin ->")
                .doesNotContain("which may change figures by itself");
    }

    @ParameterizedTest
    @CsvSource({"-Xmx, 0", "jvmArgs -Xmx, 0", "all, 0", "-Xms, 2", "forks, 2", "'', 2"})
    void excusesADifferenceByItsNameAlone(String name, int exit) {
        Console refused = compare("ide-port-base", "ide-port-and-heap-new");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("jvmArgs -Xmx=2g -> 8g").doesNotContain("javaagent");
        assertThat(compare("ide-port-base", "ide-port-and-heap-new", "--despite-differences=" + name)
                        .exit())
                .isEqualTo(exit);
    }

    @Test
    void saysWhereFilesWereMeasuredIfItIsTold() {
        assertThat(compare("crashed-new", "crashed-new").out()).contains("does not name its machine");
        assertThat(compare("crashed-new", "crashed-new", "--machine", "ci-3").out())
                .contains("Note: measured on ci-3")
                .doesNotContain("does not name its machine");
    }

    @Test
    void readsFoldersOfOneFileForEveryModule() throws IOException {
        Path base = temporary.resolve("base");
        Path next = temporary.resolve("next");
        copy("crashed-base", base.resolve("decode/result.json"));
        copy("lost-fork", base.resolve("encode/result.json"));
        copy("lost-fork", next.resolve("encode.json"));
        Console console = CompareTest.compare(base, next);
        assertThat(console.exit()).as(console.err()).isEqualTo(1);
        assertThat(console.out()).startsWith("Base: base\nNew:  next\n").contains("2 rows compared", "2 missing");
        copy("crashed-new", next.resolve("decode.json"));
        assertThat(CompareTest.compare(base, next).out()).contains("3 rows compared", "1 missing");
        assertThat(CompareTest.compare(base, Files.createDirectories(temporary.resolve("empty")))
                        .err())
                .contains("no run in folder");
    }

    /** Each earlier run has one fork; together they show what forks differ by. */
    @Test
    void takesTheAllowanceFromEarlierRunsWhereThereAreFive() throws IOException {
        Path folder = temporary.resolve("runs");
        for (int i = 1; i <= 6; i++) {
            copy("one-fork-base", folder.resolve("2026-0" + i + ".json"));
            Files.setLastModifiedTime(
                    folder.resolve("2026-0" + i + ".json"), FileTime.fromMillis(1_000_000L * (10 - i)));
        }
        copy("one-fork-slightly-slower", folder.resolve("2026-07.json"));
        Files.writeString(folder.resolve("runs.csv"), "file,commit\n");
        Path next = folder.resolve("2026-07.json");
        assertThat(CompareTest.compare(folder, next, "--baseline-last", "4").exit())
                .isEqualTo(3);
        Console console = CompareTest.compare(folder, next, "--baseline-last", "6");
        assertThat(console.exit()).as(console.out()).isEqualTo(1);
        assertThat(console.out()).contains("1 SLOWER, 1 INCONCLUSIVE");
    }

    private static void copy(String name, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(CASES.resolve(name + ".json"), to);
    }
}
