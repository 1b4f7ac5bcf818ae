// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.fixture.SyntheticRun;

/** Every command of README that renders is run as it stands there, with a synthetic run in place of results. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("java -jar reports/target/reports\\.jar([^'>|\n]*)");
    private static final List<String> OUTPUTS = List.of("-o", "--output", "--json");

    @TempDir
    Path temporary;

    /** The words after the jar, of all code blocks: fenced ones of README, indented ones of the results'. */
    static List<String> commands() throws IOException {
        String[] fenced = Files.readString(Path.of("..", "README.md")).split("(?m)^```.*$");
        Stream<String> blocks =
                Stream.iterate(1, i -> i < fenced.length, i -> i + 2).map(i -> fenced[i]);
        Stream<String> indented =
                Files.readString(Path.of("..", "results", "README.md")).lines().filter(line -> line.startsWith("    "));
        return Stream.concat(blocks, indented)
                .flatMap(block -> COMMAND.matcher(block).results())
                .map(hit -> hit.group(1).strip())
                .toList();
    }

    @Test
    void hasCommandsToRun() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(5).contains("html results", "advise results");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsOnlyCommandsThatWork(String command) {
        Path results = temporary.resolve("results");
        Path run = new SyntheticRun(1, 9).writeTo(results.resolve(SyntheticRun.ID));
        Console console = Console.of(words(command, results, run).toArray());
        assertThat(console.exit()).as(command + ": " + console.err()).isZero();
        assertThat(console.err()).isEmpty();
    }

    /** Names of runs are folders of the one who reads; what is written goes elsewhere. */
    private List<Object> words(String command, Path results, Path run) {
        List<Object> words = new ArrayList<>();
        for (String word : command.split("\\s+")) {
            if (!words.isEmpty() && OUTPUTS.contains(words.get(words.size() - 1).toString())) {
                words.add(temporary.resolve(word));
            } else if (word.equals("results") || word.equals("results/")) {
                words.add(results);
            } else {
                words.add(word.startsWith("results/") || word.matches("[A-Z]{2,}") ? run : word);
            }
        }
        return words;
    }
}
