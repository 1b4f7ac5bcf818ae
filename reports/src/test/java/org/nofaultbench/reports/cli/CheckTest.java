// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(console.out()).contains("html: ", "html (terminal): ", "text: ", "lkml: ", "jmh.json: ");
        assertThat(console.out()).doesNotContain("not known").doesNotContain(": 1 different");
        assertThat(console.exit()).as(console.out()).isZero();
    }

    @Test
    void looksAtHundredsOfFigures() {
        assertThat(Console.of("check", Fixture.run()).out()).containsPattern("html: [1-9][0-9]{3} figures")
                .containsPattern("html \\(terminal\\): [1-9][0-9]{2,3} figures").containsPattern("lkml: [1-9][0-9]{2} figures");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("lkml", "341.2 us  +-1.7%", "341.8 us  +-1.7%", "unguarded-shared / 1080p", "figure"),
                change("lkml", "341.2 us  +-1.7%", "341.2 us  +-1.9%", "unguarded-shared / 1080p", "deviation"),
                change("lkml", "0.999  [0.995, 1.003]", "0.999  [0.995, 1.002]", "nofault-emulated", "high end of interval of the ratio"),
                change("lkml", "12.31  [12.20, 12.33]  SLOWER", "12.31  [12.20, 12.33]  FASTER", "copy-pread", "verdict"),
                change("lkml", "SLOWER than 3 of", "SLOWER than 2 of", "everythingLost", "SLOWER than"),
                change("lkml", " cells with a figure", "0 cells with a figure", "head", "cells"),
                change("text", "73 EQUIVALENT", "74 EQUIVALENT", "tally", "verdicts"),
                change("text", "faultAnonymous        483.8", "faultAnonymous        438.8", "faultAnonymous", "figure"),
                change("html", ">201.6<", ">202.6<", "GB/s", "figure"),
                change("html", "0 of 135", "1 of 135", "FrameCycle", "count"));
    }

    private static Arguments change(String command, String old, String replacement, String... found) {
        return Arguments.of(command, old, replacement, List.of(found));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesTheFigureThatWasChangedInARendering(String command, String old, String replacement, List<String> found)
            throws IOException {
        Path file = temporary.resolve("rendered");
        Files.writeString(file, changed(rendered(command), old, replacement));
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

    private static String changed(String text, String old, String replacement) {
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        return text.substring(0, at) + replacement + text.substring(at + old.length());
    }

    /** Whatever digit of a figure in the mail's tables is changed, the check sees it. */
    @Test
    void overlooksNoDigitOfTheTablesInTheMail() throws IOException {
        List<String> lines = Console.of("lkml", Fixture.run()).out().lines().toList();
        Path file = temporary.resolve("mail");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[a-z-]+\\*? +[0-9].*\\[.*")) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, withAnotherLastDigit(lines.get(i)));
                Files.write(file, changed);
                assertThat(Console.of("check", Fixture.run(), "--rendered", file).exit()).as(changed.get(i)).isEqualTo(1);
            }
        }
    }

    private static String withAnotherLastDigit(String line) {
        int at = line.lastIndexOf(']') - 1;
        char digit = line.charAt(at) == '9' ? '7' : (char) (line.charAt(at) + 1);
        return line.substring(0, at) + digit + line.substring(at + 1);
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
