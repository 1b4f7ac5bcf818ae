// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.Damage;
import org.nofaultbench.reports.fixture.SyntheticRun;

/**
 * Files as they come out of a broken disk or a bad merge: of two hundred damaged ones none gives a stack trace, a hang or
 * another figure. What is not refused must print the figures of the whole file, since the damage then hit nothing of them.
 */
class CompareMutationTest {

    private static final int FILES = 100;
    private static final List<String> DOCUMENTS =
            List.of("manifest.json", "environment.json", "rounds.jsonl", "jmh.json");

    @TempDir
    Path temporary;

    @Test
    void noneOfAHundredDamagedJmhFilesGivesAWrongFigure() throws IOException {
        Path whole = Path.of("src", "test", "resources", "jmh", "jmh-1.37.json");
        byte[] bytes = Files.readAllBytes(whole);
        Map<String, String> figures = figures(compare(whole, whole));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Path damaged = Files.write(temporary.resolve("damaged-" + i + ".json"), Damage.ofBytes(bytes, random));
            refused += assertHarmless(compare(whole, damaged), figures, "jmh " + i);
        }
        assertThat(refused).isGreaterThan(FILES / 2);
    }

    @Test
    void noneOfAHundredDamagedRunsGivesAWrongFigure() throws IOException {
        Path whole = realRun();
        Map<String, String> figures = figures(compare(whole, whole));
        Path copy = temporary.resolve("20261124T120000Z-damaged");
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            copy(whole, copy);
            Path file = copy.resolve(DOCUMENTS.get(i % DOCUMENTS.size()));
            Files.write(file, Damage.ofBytes(Files.readAllBytes(file), random));
            refused += assertHarmless(compare(whole, copy), figures, "run " + i + " " + file.getFileName());
        }
        assertThat(refused).isGreaterThan(FILES / 3);
    }

    private static Path realRun() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("..", "results"))) {
            return all.filter(path -> Files.exists(path.resolve("jmh.json")))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : DOCUMENTS) {
            Files.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
    }

    private static Console compare(Path base, Path next) {
        return assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> Console.of(
                        "compare",
                        base,
                        next,
                        "--format",
                        "json",
                        "--only",
                        "GuardCost|CallOverhead|Tiny",
                        "--allow-missing"));
    }

    /** 1 where it was refused. */
    private static int assertHarmless(Console console, Map<String, String> figures, String which) throws IOException {
        assertThat(console.err()).as(which).doesNotContain("Exception", "\tat ");
        if (console.exit() == 2) {
            assertThat(console.err().lines()).as(which).hasSize(1);
            assertThat(console.out()).as(which).isEmpty();
            return 1;
        }
        assertThat(console.exit()).as(which + console.out()).isIn(0, 3);
        figures(console)
                .forEach((row, figure) -> assertThat(figures.getOrDefault(row, figure))
                        .as(which + ": " + row)
                        .isEqualTo(figure));
        return 0;
    }

    private static Map<String, String> figures(Console console) throws IOException {
        Map<String, String> figures = new HashMap<>();
        for (JsonNode row : SyntheticRun.json().readTree(console.out()).path("rows")) {
            figures.put(
                    row.path("row").asText(), row.path("new") + row.path("unit").asText() + row.path("ratio"));
        }
        assertThat(figures).isNotEmpty();
        return figures;
    }
}
