// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.SyntheticRun;

/**
 * Files as they come out of a broken disk or a bad merge: of two hundred damaged ones none gives a stack trace, a hang or
 * another figure. What is not refused must print the figures of the whole file, since the damage then hit nothing of them.
 */
class CompareMutationTest {

    private static final int FILES = 100;
    private static final List<String> DOCUMENTS = List.of("manifest.json", "environment.json", "rounds.jsonl", "jmh.json");

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
            Path damaged = Files.write(temporary.resolve("damaged-" + i + ".json"), damaged(bytes, random));
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
            Files.write(file, damaged(Files.readAllBytes(file), random));
            refused += assertHarmless(compare(whole, copy), figures, "run " + i + " " + file.getFileName());
        }
        assertThat(refused).isGreaterThan(FILES / 3);
    }

    private static Path realRun() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("..", "results"))) {
            return all.filter(path -> Files.exists(path.resolve("jmh.json"))).sorted().findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : DOCUMENTS) {
            Files.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
    }

    private static Console compare(Path base, Path next) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1),
                () -> Console.of("compare", base, next, "--format", "json", "--only", "GuardCost|CallOverhead|Tiny"));
    }

    /** 1 where it was refused. */
    private static int assertHarmless(Console console, Map<String, String> figures, String which) throws IOException {
        assertThat(console.err()).as(which).doesNotContain("Exception", "\tat ");
        if (console.exit() == 2) {
            assertThat(console.err().lines()).as(which).hasSize(1);
            assertThat(console.out()).as(which).isEmpty();
            return 1;
        }
        assertThat(console.exit()).as(which + console.out()).isZero();
        figures(console).forEach((row, figure) ->
                assertThat(figures.getOrDefault(row, figure)).as(which + ": " + row).isEqualTo(figure));
        return 0;
    }

    private static Map<String, String> figures(Console console) throws IOException {
        Map<String, String> figures = new HashMap<>();
        for (JsonNode row : SyntheticRun.json().readTree(console.out()).path("rows")) {
            figures.put(row.path("row").asText(), row.path("new") + row.path("unit").asText() + row.path("ratio"));
        }
        assertThat(figures).isNotEmpty();
        return figures;
    }

    /** Cut, a byte changed, a bit turned, a piece lost, a piece twice, a digit changed, a word gone, noise written over it. */
    private static byte[] damaged(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        int length = Math.min(1 + random.nextInt(40), whole.length - at);
        byte[] copy = whole.clone();
        switch (random.nextInt(8)) {
            case 0 -> {
                return Arrays.copyOf(whole, at);
            }
            case 1 -> copy[at] = (byte) (0x20 + random.nextInt(0x5f));
            case 2 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 3 -> {
                return joined(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, at + length, whole.length));
            }
            case 4 -> {
                return joined(Arrays.copyOf(whole, at + length), Arrays.copyOfRange(whole, at, whole.length));
            }
            case 5 -> changeDigit(copy, at, random);
            case 6 -> {
                return new String(whole, StandardCharsets.UTF_8).replaceFirst("\"[a-zA-Z]{4,}\" ?: ?", "")
                        .getBytes(StandardCharsets.UTF_8);
            }
            default -> random.ints(length, 0, 256).forEach(value -> copy[at + value % length] = (byte) value);
        }
        return copy;
    }

    /** The leading digit of the number that follows. */
    private static void changeDigit(byte[] copy, int from, Random random) {
        int at = from;
        while (at < copy.length - 1 && !(copy[at] == ' ' || copy[at] == ',' || copy[at] == '[') | !Character.isDigit(copy[at + 1])) {
            at++;
        }
        if (at < copy.length - 1) {
            copy[at + 1] = (byte) ('1' + (copy[at + 1] - '0' + random.nextInt(8)) % 9);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
