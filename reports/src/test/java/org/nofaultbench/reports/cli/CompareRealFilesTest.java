// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.SyntheticRun;

/** {@code compare} on files that JMH wrote, of many versions, and on runs that the suite has measured. */
class CompareRealFilesTest {

    static Stream<String> versions() {
        return Stream.of("1.10", "1.12", "1.17.5", "1.19", "1.21", "1.25", "1.33", "1.36", "1.37");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsWhatEveryVersionOfJmhWrote(String version) {
        Path file = jmh(version);
        Console itself = CompareTest.compare(file, file, "--format", "json", "--secondary", ".");
        assertThat(itself.exit()).as(itself.err()).isEqualTo(3);
        assertThat(CompareTest.tree(itself).path("rows")).hasSizeGreaterThan(5).allSatisfy(row -> {
            assertThat(row.path("ratio").asDouble()).isEqualTo(1);
            assertThat(row.path("base").path("forks").asInt()).isEqualTo(2);
        });
        Console newest = CompareTest.compare(file, jmh("1.37"), "--format", "json", "--despite-differences");
        assertThat(newest.exit()).as(newest.err()).isIn(1, 3);
        assertThat(CompareTest.tree(newest).path("rows")).hasSize(5);
        assertThat(CompareTest.tree(newest).path("notCompared")).isEmpty();
    }

    /** The mean of the histogram's pairs, by another route: JMH's own score. */
    @ParameterizedTest
    @MethodSource("versions")
    void takesTheFiguresThatJmhPrints(String version) throws IOException {
        Path file = jmh(version);
        Map<String, double[]> rows = new HashMap<>();
        for (JsonNode entry : SyntheticRun.json().readTree(file.toFile())) {
            JsonNode metric = entry.path("primaryMetric");
            rows.put(
                    entry.path("benchmark").asText() + " [" + entry.path("mode").asText() + "] size="
                            + entry.path("params").path("size").asText(),
                    new double[] {
                        metric.path("scorePercentiles").path("0.0").asDouble(),
                        metric.path("score").asDouble(),
                        metric.path("scorePercentiles").path("100.0").asDouble()
                    });
        }
        assertThat(CompareTest.tree(CompareTest.compare(file, file, "--format", "json"))
                        .path("rows"))
                .allSatisfy(row -> assertThat(row.path("new").path("median").asDouble())
                        .isBetween(
                                rows.get(row.path("row").asText())[0],
                                rows.get(row.path("row").asText())[2]));
    }

    static List<Path> realRuns() {
        return RealRun.all();
    }

    @ParameterizedTest
    @MethodSource("realRuns")
    void findsNoDifferenceOfARealRunFromItself(Path run) {
        Console console = CompareTest.compare(run, run);
        // The lab's runs have one fork a cell, which is too few to judge anything by.
        boolean judged = !run.getFileName().toString().contains("emulated");
        assertThat(console.exit()).as(console.err()).isEqualTo(judged ? 0 : 3);
        assertThat(console.out()).doesNotContain(" SLOWER,", " FASTER,").contains(judged ? "PASS: " : "INCONCLUSIVE: ");
    }

    private static Path jmh(String version) {
        return Path.of("src", "test", "resources", "jmh", "jmh-" + version + ".json");
    }
}
