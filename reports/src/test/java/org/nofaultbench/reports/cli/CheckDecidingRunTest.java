// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.fixture.DecidingRun;

/** The check of a run that looked at its comparisons more than once, with pairs in one process. */
class CheckDecidingRunTest {

    @TempDir
    Path temporary;

    private Path run() {
        return DecidingRun.in(temporary, 1.5).path();
    }

    @Test
    void findsNothingInWhatIsRightAndKnowsEveryPlace() {
        Console console = Console.of("check", run());
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("html: ", "html (terminal): ", "text: ", "lkml: ").doesNotContain("not known")
                .doesNotContain("printed=");
        assertThat(console.exit()).as(console.out()).isZero();
    }

    /** Where in the text a figure stands, what is put in its place, and what the lines that report it must name. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("(1) of 3 comparisons are decided", "2", "decisions: decided"),
                Arguments.of("judged after rounds 10, (14)", "19", "decisions: looks"),
                Arguments.of("the forks had (61.5) s", "61.6", "decisions: time of the forks"),
                Arguments.of("GuardCost.beginEnd/guard- +SLOWER +(10) ", "14", "decisions / " + DecidingRun.CLEAR + ": rounds"),
                Arguments.of("GuardCost.beginEnd/guard- +(SLOWER) ", "FASTER", "decisions / " + DecidingRun.CLEAR + ": verdict"),
                Arguments.of("GuardCost.beginEnd/guard- +SLOWER +10  (in one process)", "apart         ",
                        "decisions / " + DecidingRun.CLEAR + ": measured"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesWhatWasChanged(String where, String other, String found) throws IOException {
        Path run = run();
        assertThat(reported(run, Altered.text(Console.of("text", run).out(), where, other))).singleElement().asString().contains(found);
    }

    /** What a look later than the one that decided would have printed is wrong. */
    @Test
    void takesTheIntervalOfTheLookThatDecided() throws IOException {
        Path run = run();
        String other = DecidingRun.in(temporary.resolve("other"), 1.6).path().toString();
        assertThat(reported(run, Console.of("text", other).out())).isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains("guard-pool").contains("interval"));
    }

    @Test
    void findsThatARatioWasNotTakenWithinTheForks() {
        Path page = temporary.resolve("page.html");
        Path run = run();
        Console.of("html", run, "-o", page);
        DecidingRun.in(temporary, 1.5).edit("rounds.jsonl", text -> text.replaceAll("\"baselineNs\":\\[1", "\"baselineNs\":[2"));
        assertThat(Console.of("check", run, "--rendered", page).exit()).isEqualTo(1);
    }

    private List<String> reported(Path run, String text) throws IOException {
        Path file = temporary.resolve("rendered");
        Files.writeString(file, text);
        Console console = Console.of("check", run, "--rendered", file);
        assertThat(console.exit()).as(console.out()).isEqualTo(1);
        return console.out().lines().filter(line -> line.contains("printed=")).toList();
    }
}
