// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.RealRun;

/** The gate on real runs of one build, measured one after the other, between which nothing has changed. */
class SameBuildTest {

    private static final List<Path> RUNS = RealRun.ofOneBuild();
    private static final String CHANGED = "BufferRead.warm/guard-pool/1080p";

    @TempDir
    Path temporary;

    private static int compared(Path base, Path next) {
        return Console.of("compare", base, next, "--fail-on", "any").exit();
    }

    @Test
    void findsAChangeInAtMostOneOfTwentyPairs() {
        List<Integer> answers = IntStream.range(1, RUNS.size())
                .mapToObj(run -> compared(RUNS.get(run - 1), RUNS.get(run)))
                .toList();
        assertThat(answers).hasSizeGreaterThanOrEqualTo(20).allMatch(answer -> answer == 0 || answer == 1);
        assertThat(answers.stream().filter(answer -> answer == 1).count()).isLessThanOrEqualTo(answers.size() / 20);
    }

    /** So that it does not find nothing because it sees nothing. */
    @Test
    void findsThreeTenthsMoreInOneRowOfTheSameRuns() throws IOException {
        Path slower = RealRun.copy(RUNS.get(1), temporary).delete("jmh.json").path();
        List<String> journal = Files.readAllLines(slower.resolve("rounds.jsonl"));
        Files.write(
                slower.resolve("rounds.jsonl"),
                journal.stream().map(SameBuildTest::slowed).toList());
        assertThat(compared(RUNS.get(0), slower)).isEqualTo(1);
    }

    private static String slowed(String line) {
        try {
            JsonNode fork = new ObjectMapper().readTree(line);
            if (fork.path("cell").asText().equals(CHANGED)) {
                ArrayNode samples = (ArrayNode) fork.path("samples").path("primary");
                IntStream.range(0, samples.size())
                        .forEach(i -> samples.set(
                                i, DoubleNode.valueOf(1.3 * samples.get(i).asDouble())));
            }
            return fork.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
