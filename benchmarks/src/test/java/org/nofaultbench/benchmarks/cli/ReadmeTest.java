// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Every command of README that measures is one that the program understands; measuring would take hours. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("java -jar benchmarks/target/benchmarks\\.jar([^'>|\n]*)");

    /** The words after the jar, of all code blocks. */
    static List<String> commands() throws IOException {
        String[] blocks = Files.readString(Path.of("..", "README.md")).split("(?m)^```.*$");
        return Stream.iterate(1, i -> i < blocks.length, i -> i + 2)
                .flatMap(i -> COMMAND.matcher(blocks[i]).results())
                .map(hit -> hit.group(1).strip())
                .toList();
    }

    @Test
    void hasCommandsToCheck() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(5).contains("run quick");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsOnlyCommandsThatAreUnderstood(String command) {
        String[] words = command.split("\\s+");
        assertThatCode(() -> parse(words)).as(command).doesNotThrowAnyException();
    }

    /** A check that lets everything pass would be none. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void wouldNoticeACommandThatIsNot(String command) {
        assertThatCode(() -> parse(command.split("\\s+"))).isInstanceOf(Exception.class);
    }

    static Stream<String> mistakes() {
        return Stream.of(
                "run",
                "run quick --onyl x",
                "list --sizes",
                "BufferRead.warm -p strategy=guard-poll",
                "BufferRead -p x=y",
                "BufferRead -no-such-option");
    }

    private static void parse(String... words) throws Exception {
        var commandLine = SuiteCommand.commandLine(words, System.out, System.err);
        if (commandLine.getSubcommands().containsKey(words[0])) {
            commandLine.parseArgs(words);
        } else {
            JmhCommand.checkNames(words);
            new JmhCommand(System.out, System.err)
                    .strategiesToRun(NofaultLibrary.load(), new CommandLineOptions(words));
        }
    }
}
