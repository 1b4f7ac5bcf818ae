// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.RunCopy;

/** The check agrees with every figure that is right, and finds each that was changed on purpose. */
class CheckTest {

    @TempDir
    Path temporary;

    static Stream<Path> runs() {
        return Stream.concat(Stream.of(Fixture.run()), RealRun.all().stream());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void findsNothingInWhatIsRightAndKnowsEveryPlace(Path run) {
        Console console = Console.of("check", run);
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("html: ", "html (terminal): ", "text: ", "lkml: ", "advice: ", "advice (terminal): ", "jmh.json: ");
        assertThat(console.out()).doesNotContain("not known").doesNotContain(": 1 different");
        assertThat(console.exit()).as(console.out()).isZero();
    }

    @Test
    void looksAtHundredsOfFigures() {
        assertThat(Console.of("check", Fixture.run()).out()).containsPattern("html: [1-9][0-9]{3} figures")
                .containsPattern("html \\(terminal\\): [1-9][0-9]{2,3} figures").containsPattern("lkml: [1-9][0-9]{2} figures");
    }

    /** A rendering, where in it a figure stands, and what the line that reports its change must name. */
    static Stream<Arguments> changes() {
        String ratio = "[0-9.]+  \\[[0-9.]+, ";
        return Stream.of(
                change("lkml", "1080p:\nunguarded-shared +([0-9.]+) us", "unguarded-shared / 1080p", "figure"),
                change("lkml", "1080p:\nunguarded-shared +[0-9.]+ us  \\+-([0-9.]+)%", "unguarded-shared / 1080p", "deviation"),
                change("lkml", "16KiB:(?s:.*?)nofault-emulated\\*.*?" + ratio + "([0-9.]+)", "nofault-emulated", "high end"),
                change("lkml", "16KiB:(?s:.*?)copy-pread.*?  (SLOWER)", "copy-pread / 16KiB", "verdict"),
                change("lkml", "SLOWER than ([0-9]+) of", "everythingLost", "SLOWER than"),
                change("lkml", "([0-9]+) cells with a figure", "head", "cells"),
                change("text", "margin of 1%: ([0-9]+) ", "tally", "verdicts"),
                change("text", "faultAnonymous +([0-9.]+) ", "faultAnonymous", "figure"),
                change("html", "GB/s \\((?s:.*?)<span class=\"main\">([0-9.]+)<", "GB/s", "figure"),
                change("html", ">([0-9]+) of [0-9]+<", "HostileClient", "count"));
    }

    private static Arguments change(String command, String where, String... found) {
        return Arguments.of(command, where, List.of(found));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesTheFigureThatWasChangedInARendering(String command, String where, List<String> found) throws IOException {
        Path file = temporary.resolve("rendered");
        Files.writeString(file, changed(rendered(command), where));
        Console console = Console.of("check", Fixture.run(), "--rendered", file);
        assertThat(console.exit()).as(console.out()).isEqualTo(1);
        List<String> lines = console.out().lines().filter(line -> line.contains("printed=")).toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("rendered: ").contains(found).contains("recomputed=");
    }

    private String rendered(String command) throws IOException {
        if (!command.equals("html")) {
            return Console.of(command, Fixture.run()).out();
        }
        Path page = temporary.resolve("page.html");
        Console.of("html", Fixture.run(), "-o", page);
        return Files.readString(page);
    }

    private static String changed(String text, String where) {
        Matcher matcher = Pattern.compile(where).matcher(text);
        assertThat(matcher.find()).as(where).isTrue();
        String old = matcher.group(1);
        String other = old.equals("SLOWER") ? "FASTER" : withAnotherDigit(old, old.length() - 1);
        return text.substring(0, matcher.start(1)) + other + text.substring(matcher.end(1));
    }

    /** Whatever digit of a figure in the mail's tables is changed, the check sees it. */
    @Test
    void overlooksNoDigitOfTheTablesInTheMail() throws IOException {
        List<String> lines = Console.of("lkml", Fixture.run()).out().lines().toList();
        Path file = temporary.resolve("mail");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[a-z-]+\\*? +[0-9].*\\[.*")) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, withAnotherDigit(lines.get(i), lines.get(i).lastIndexOf(']') - 1));
                Files.write(file, changed);
                assertThat(Console.of("check", Fixture.run(), "--rendered", file).exit()).as(changed.get(i)).isEqualTo(1);
            }
        }
    }

    private static String withAnotherDigit(String text, int at) {
        char digit = text.charAt(at) == '9' ? '7' : (char) (text.charAt(at) + 1);
        return text.substring(0, at) + digit + text.substring(at + 1);
    }

    @Test
    void findsAChangedSampleOfTheExportedFile() {
        RunCopy run = RealRun.copyOfSmallest(temporary)
                .edit("jmh.json", text -> text.replaceFirst("(\"rawData\" : \\[ \\[ )([0-9.E]+)", "$11$2"));
        Console console = Console.of("check", run.path());
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).containsPattern("(?m)^jmh.json: \\S+ / primary: sample 1 of fork 1: printed=1[0-9.E]+, recomputed=");
    }

    @Test
    void findsAChangedScoreOfTheExportedFile() {
        RunCopy run = RealRun.copyOfSmallest(temporary)
                .edit("jmh.json", text -> text.replaceFirst("(\"score\" : )([0-9])", "$19$2"));
        Console console = Console.of("check", run.path());
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).containsPattern("(?m)^jmh.json: \\S+ / primary: score: printed=9[0-9.E]+, recomputed=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[NaN]", "[", "[\"\u0007\"]", "hello"})
    void refusesAnExportedFileThatIsNoJsonInOneLine(String text) {
        RunCopy run = RealRun.copyOfSmallest(temporary).edit("jmh.json", whole -> text);
        Console console = Console.of("check", run.path());
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines()).singleElement().asString().startsWith("file cannot be read: file=")
                .contains("jmh.json, reason=no JSON at line 1; ");
    }

    @Test
    void findsAPercentileThatIsNone() {
        RunCopy run = RealRun.copyOfSmallest(temporary).replace("jmh.json", "\"90.0\"", "\"x\"");
        assertThat(Console.of("check", run.path()).out()).contains("percentile: printed=x, recomputed=0 to 100");
    }

    /** The reports' reader takes an error that is not there for none. */
    @Test
    void takesALineWithoutAnErrorForAForkThatDidNotFail() {
        RunCopy run = RealRun.copyOfSmallest(temporary).replace("rounds.jsonl", "\"error\":null,", "");
        assertThat(Console.of("check", run.path()).exit()).isZero();
    }

    /** The journal is the source of truth: what was exported and printed before it changed is wrong after. */
    @Test
    void findsThatTheJournalIsNotTheOneAPageWasMadeFrom() throws IOException {
        RunCopy run = RunCopy.in(temporary);
        Path page = temporary.resolve("page.html");
        Console.of("html", run.path(), "-o", page);
        run.edit("rounds.jsonl", text -> text.replaceAll("\"primary\":\\[", "\"primary\":[1"));
        assertThat(Console.of("check", run.path(), "--rendered", page).exit()).isEqualTo(1);
    }

    @Test
    void judgesByTheMarginThatTheRenderingWasMadeWith() throws IOException {
        Path file = temporary.resolve("mail");
        Files.writeString(file, Console.of("lkml", Fixture.run(), "--margin", "10%").out());
        assertThat(Console.of("check", Fixture.run(), "--margin", "10%", "--rendered", file).exit()).isZero();
        assertThat(Console.of("check", Fixture.run(), "--rendered", file).exit()).isEqualTo(1);
    }

    /** What a machine's settings change must not reach the reader: not the language, the clock or the encoding. */
    @Test
    void theSameRunGivesTheSameBytesUnderOtherSettings() throws IOException, InterruptedException {
        byte[] plain = printed();
        byte[] strange = printed("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-1", "-Dsun.stdout.encoding=ISO-8859-1");
        assertThat(new String(plain, StandardCharsets.UTF_8)).startsWith("nofault-bench: ").hasLineCount(
                (int) Console.of("lkml", Fixture.run()).out().lines().count());
        assertThat(strange).isEqualTo(plain);
    }

    private static byte[] printed(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "lkml", Fixture.run().toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return out;
    }

    @Test
    void refusesARenderingThatIsNotThereInOneLine() {
        Console console = Console.of("check", Fixture.run(), "--rendered", temporary.resolve("none"));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).startsWith("file cannot be read: file=");
    }
}
