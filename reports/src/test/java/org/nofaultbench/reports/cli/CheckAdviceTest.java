// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.fixture.DecidingRun;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.RunCopy;

/** The check agrees with every figure of an advice that is right, and finds each that was changed on purpose. */
class CheckAdviceTest {

    @TempDir
    Path temporary;

    /** The share of sealed files is one that the command that checks does not take by itself. */
    static Stream<Path> runs() {
        return Stream.concat(Stream.of(Fixture.run()), RealRun.all().stream());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void findsNothingInAnAdviceThatIsRightAndKnowsEveryPlace(Path run) throws IOException {
        Console console = Console.of("check", run, "--rendered", page(run));
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).doesNotContain("not known").containsPattern("page.html: [0-9]+ figures recomputed, 0 different");
        assertThat(console.exit()).as(console.out()).isZero();
    }

    @Test
    void looksAtHundredsOfFigures() throws IOException {
        assertThat(Console.of("check", Fixture.run(), "--rendered", page(Fixture.run())).out())
                .containsPattern("page.html: [1-9][0-9]{3} figures");
    }

    /** Where a figure stands in the page, and what the line that reports its change must name. */
    static Stream<Arguments> changes() {
        String main = "(?s:.*?)<span class=\"main\">([0-9.]+)<";
        String choice = "<caption>one read of a pool that is kept(?s:.*?)>16KiB<(?s:.*?)";
        String life = "<caption>1080p, every pool lost at its last read, time of one read";
        return Stream.of(
                change("<caption>DamageRead[^<]*, time of one read, \u00b5s; 100% is from BufferRead.warm</caption>" + main, "DamageRead.damage",
                        "unguarded-shared / 1%: figure"),
                change("100% is from BufferRead.(warm)</caption>", "DamageRead.damage", ": note"),
                change(life + main, "sealed / 1: figure"),
                change(life + "(?s:.*?)guard-pool</th>" + main, "guard-pool / 1: figure"),
                change(life + "(?s:.*?)<span class=\"interval\">([0-9.]+)\u2013", "sealed / 1: low end of interval"),
                change(choice + "<span class=\"main\">(guard-pool)<", "16KiB / use: strategy"),
                change(choice + "<span class=\"main\">([0-9.]+)<", "16KiB / \u00b5s: figure"),
                change(choice + "0.08(?s:.*?)<span class=\"main\">([0-9.]+)<", "16KiB / % at 60 Hz: share of the frame"),
                change(choice + ">(none)<", "16KiB / keep up too: strategies"),
                change(choice + "([0-9.]+)\u00d7 \\(", "16KiB / against one way for all: ratio"),
                change(choice + "(EQUIVALENT)<", "16KiB / against one way for all: verdict"),
                change("<caption>Time of one read beside the fastest, pools that are kept, ratio" + main, "guard-pool / 16KiB: ratio of the fastest"),
                change("<caption>Time of one read beside the fastest, pools that are kept, ratio(?s:.*?)guard-jump</th>" + main,
                        "guard-jump / 16KiB: figure"),
                change("<caption>Time of one read beside the fastest, 1080p, 100% lost, ratio" + main, "guard-pool / 1: figure"),
                change("<caption>16KiB, of a pool that is kept(?s:.*?)% at 60 Hz(?s:.*?)" + main, "unguarded-shared / one read, \u00b5s: figure"),
                change("<caption>4K, of a pool that is kept(?s:.*?)</th><td[^>]*>.*?</td><td[^>]*><span class=\"main\">([0-9.]+)<",
                        "unguarded-shared / % at 60 Hz: share of the frame"),
                change("most stolen first</caption>" + main, "nofault-emulated / ms a frame: figure"),
                change("most stolen first</caption>(?s:.*?)>(no)<", "nofault-emulated / may be used: word"),
                change("time of one loss, \u00b5s</caption>(?s:.*?)guard-pool</th>" + main, "guard-pool", "figure"),
                change(">([0-9]+) of 23<", "robustness / unguarded-shared: holds"),
                change("<caption>1080p, every pool lost at its last read, who takes less time(?s:.*?)>([0-9.]+) reads<", "guard-pool or copy-pread: changes at"),
                change("16.4 kB to 8.29 MB: guard-jump; 8.29 MB to ([0-9.]+) MB", "guard-jump or copy-pread: who wins where"),
                change("([0-9.]+)\u00d7 \\([0-9.]+\u2013[0-9.]+\\) at 8.29 MB<", "guard-jump or copy-pread: least time"),
                change("closest, copy-pread, takes ([0-9.]+)\u00d7", "sentence: whether to copy"),
                change("keeps up with the fastest in ([0-9]+) of", "first choice: keeps up"),
                change("scenarios and holds ([0-9]+) of", "first choice: holds"),
                change("is shown to be faster in ([0-9]+) of", "sealed files: faster in"),
                change("instead for ([0-9]+)KiB, kept", "first choice: instead"),
                change("Copying loses everywhere(?s:.*?)a copy takes ([0-9.]+)\u00d7", "sentence: Copying loses everywhere"),
                change("25% lies a factor of ([0-9]+)", "sentence: Between"));
    }

    private static Arguments change(String where, String... found) {
        return Arguments.of(where, List.of(found));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesTheFigureThatWasChangedInAnAdvice(String where, List<String> found) throws IOException {
        Path file = temporary.resolve("rendered");
        Files.writeString(file, changed(Files.readString(page(Fixture.run())), where));
        Console console = Console.of("check", Fixture.run(), "--rendered", file);
        assertThat(console.exit()).as(console.out()).isEqualTo(1);
        List<String> lines = console.out().lines().filter(line -> line.contains("printed=")).toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("rendered: ").contains(found).contains("recomputed=");
    }

    private static String changed(String page, String where) {
        Matcher matcher = Pattern.compile(where).matcher(page);
        assertThat(matcher.find()).as(where).isTrue();
        return page.substring(0, matcher.start(1)) + other(matcher.group(1)) + page.substring(matcher.end(1));
    }

    private static String other(String old) {
        return switch (old) {
            case "guard-pool" -> "guard-jump";
            case "none" -> "copy-pread";
            case "no" -> "yes";
            case "warm" -> "fresh";
            case "EQUIVALENT" -> "FASTER";
            default -> old.substring(0, old.length() - 1) + (old.endsWith("9") ? 7 : old.charAt(old.length() - 1) - '0' + 1);
        };
    }

    @Test
    void findsARowThatWasLeftOut() throws IOException {
        Path page = page(Fixture.run());
        Files.writeString(page, Files.readString(page)
                .replaceFirst("(<caption>one read of a pool that is kept(?s:.*?)<tbody>\\s*)<tr>.*?</tr>", "$1"));
        Console console = Console.of("check", Fixture.run(), "--rendered", page);
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).containsPattern("(?m)^page.html: one read of a pool that is kept, nothing lost: rows: printed=");
    }

    @Test
    void findsThatTheJournalIsNotTheOneAnAdviceWasMadeFrom() throws IOException {
        RunCopy run = RunCopy.in(temporary);
        Path page = page(run.path());
        run.edit("rounds.jsonl", text -> text.replaceAll("\"primary\":\\[", "\"primary\":[1"));
        assertThat(Console.of("check", run.path(), "--rendered", page).exit()).isEqualTo(1);
    }

    @Test
    void namesATableOfAnAdviceThatItDoesNotKnow() throws IOException {
        Path page = page(Fixture.run());
        Files.writeString(page, Files.readString(page).replace("<caption>16KiB, of a pool that is kept", "<caption>16MiB, of a pool that is kept"));
        assertThat(Console.of("check", Fixture.run(), "--rendered", page).out()).contains("not known: page.html: table: 16MiB, of a pool that is kept");
    }

    @Test
    void acceptsTheAdviceOfARunThatStoppedAtWhatItSaw() throws IOException {
        RunCopy run = DecidingRun.in(temporary, 1.05);
        Console console = Console.of("check", run.path(), "--rendered", page(run.path()));
        assertThat(console.exit()).as(console.out()).isZero();
    }

    @Test
    void acceptsTheAdviceOfARunWithoutAFigure() throws IOException {
        RunCopy run = RunCopy.in(temporary).edit("rounds.jsonl", journal -> "");
        Console console = Console.of("check", run.path(), "--rendered", page(run.path()));
        assertThat(console.err()).isEmpty();
        assertThat(console.exit()).as(console.out()).isZero();
    }

    private Path page(Path run) throws IOException {
        Path page = temporary.resolve("page.html");
        Console console = Console.of("advise", run, "--client-share", "25%", "-o", page);
        assertThat(console.exit()).as(console.err()).isZero();
        return page;
    }
}
