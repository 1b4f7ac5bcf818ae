// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.fixture.RunCopy;

/** Every way to break a run folder ends in one line on stderr that names file and place, and in exit code 2. */
class BrokenInputTest {

    private static final String MANIFEST = "manifest.json";
    private static final String JOURNAL = "rounds.jsonl";
    private static final String MACHINE = "environment.json";
    private static final String LATENCY = "latency.hlog";

    @TempDir
    Path temporary;

    static Stream<Arguments> broken() {
        return Stream.of(
                named("manifest cut in the middle", half(MANIFEST), "file is truncated", MANIFEST, "line="),
                named("manifest empty", text(MANIFEST, ""), "file is empty", MANIFEST),
                named("manifest is HTML", text(MANIFEST, "<html>"), "text is not JSON", MANIFEST, "line=1", "column="),
                named("manifest is a list", text(MANIFEST, "[]"), "value is missing", MANIFEST, "at=/schemaVersion"),
                named("manifest goes on", edit(MANIFEST, all -> all + "{}"), "text is not JSON", MANIFEST),
                named("manifest nests without end", text(MANIFEST, "[".repeat(5_000)), "text is not JSON", MANIFEST),
                named(
                        "a name is repeated",
                        swap(MANIFEST, "\"seed\" : 1", "\"seed\" : 1, \"seed\" : 2"),
                        "text is not JSON"),
                named(
                        "version from the future",
                        swap(MANIFEST, "\"schemaVersion\" : 1", "\"schemaVersion\" : 99"),
                        "schema version is unknown",
                        MANIFEST,
                        "at=/schemaVersion",
                        "found=99",
                        "known=1"),
                named(
                        "version is text",
                        swap(MANIFEST, "\"schemaVersion\" : 1", "\"schemaVersion\" : \"1\""),
                        "schema version is unknown"),
                named("seed is missing", swap(MANIFEST, "\"seed\" : 1,", ""), "does not fit", MANIFEST, "at=/seed"),
                named("seed is text", swap(MANIFEST, "\"seed\" : 1", "\"seed\" : \"1\""), "does not fit", "at=/seed"),
                named("status is unknown", swap(MANIFEST, "\"FAIL\"", "\"FINE\""), "does not fit", "at=/status"),
                named("cells are missing", swap(MANIFEST, "\"cells\"", "\"sells\""), "value is missing", "at=/cells"),
                named(
                        "strategy of a cell is unknown",
                        swap(MANIFEST, "\"strategy\" : \"sealed\"", "\"strategy\" : \"nosuch\""),
                        "strategy is unknown",
                        "at=/cells/",
                        "value=nosuch"),
                named(
                        "baseline is unknown",
                        swap(MANIFEST, "\"baseline\" : \"BufferRead", "\"baseline\" : \"Nosuch"),
                        "baseline is an unknown cell",
                        "at=/cells/"),
                named(
                        "cell id repeated",
                        swap(
                                MANIFEST,
                                "BufferRead.warm/unguarded-shared/256KiB",
                                "BufferRead.warm/unguarded-shared/16KiB"),
                        "id is used twice",
                        "at=/cells/1/id"),
                named(
                        "two cells at one place",
                        swap(MANIFEST, "\"size\" : \"256KiB\"", "\"size\" : \"16KiB\""),
                        "same coordinates",
                        "at=/cells/1"),
                named(
                        "parameter named as a coordinate",
                        swap(MANIFEST, "\"size\" : \"16KiB\"", "\"unit\" : \"16KiB\""),
                        "parameter has the name of a coordinate",
                        "at=/cells/0/parameters/unit"),
                named(
                        "id without end",
                        swap(MANIFEST, "\"runId\" : \"2026", "\"runId\" : \"" + "x".repeat(300)),
                        "id is empty or longer than 200 characters",
                        "at=/runId"),
                named(
                        "text without end",
                        swap(MANIFEST, "\"command\" : \"java", "\"command\" : \"" + "x".repeat(20_000)),
                        "text is too long",
                        "at=/command"),
                named(
                        "bytes below zero",
                        swap(MANIFEST, "\"bytesPerAccess\" : 16384", "\"bytesPerAccess\" : -1"),
                        "out of range",
                        "at=/cells/0/bytesPerAccess"),
                named(
                        "observation that is no word",
                        swap(MANIFEST, "\"observed\" : \"skipped\"", "\"observed\" : \"maybe\""),
                        "does not fit",
                        "at=/strategies/",
                        "/proven/"),
                named(
                        "observation is missing",
                        swap(MANIFEST, "\"observed\" : \"skipped\"", "\"seen\" : \"skipped\""),
                        "value is missing",
                        "at=/strategies/",
                        "/observed"),
                named(
                        "more contradictions than experiments",
                        swap(MANIFEST, "\"notOk\" : 3", "\"notOk\" : 300"),
                        "out of range",
                        "at=/proof/notOk"),
                named(
                        "properties without end",
                        swap(MANIFEST, "\"declared\" : [ ", "\"declared\" : [ " + manyProperties()),
                        "too many properties",
                        "at=/strategies/0",
                        "value="),
                named("manifest missing but a run named", delete(MANIFEST), "no run in folder"),
                named("environment missing", delete(MACHINE), "file is missing", MACHINE),
                named("environment cut", half(MACHINE), "file is truncated", MACHINE),
                named(
                        "environment without a label",
                        swap(MACHINE, "\"machine\"", "\"engine\""),
                        "missing",
                        "at=/machine"),
                named("journal missing", delete(JOURNAL), "file is missing", JOURNAL),
                named(
                        "journal line cut",
                        edit(JOURNAL, all -> all.replaceFirst("\\}\n", "\n")),
                        "truncated",
                        JOURNAL,
                        "line=1"),
                named(
                        "last line cut in a finished run",
                        edit(JOURNAL, all -> all.substring(0, all.length() - 9)),
                        "truncated",
                        JOURNAL,
                        "line="),
                named("blank line", edit(JOURNAL, all -> "\n" + all), "file is empty", JOURNAL),
                named(
                        "journal of an unknown cell",
                        swap(JOURNAL, "\"cell\":\"", "\"cell\":\"no"),
                        "cell is not in manifest",
                        JOURNAL,
                        "line=1",
                        "at=/cell"),
                named(
                        "number too large to be one",
                        edit(JOURNAL, all -> all.replaceFirst("\\[[0-9.]+", "[1e999")),
                        "not finite",
                        JOURNAL,
                        "line=1",
                        "at=/samples/"),
                named(
                        "NaN",
                        edit(JOURNAL, all -> all.replaceFirst("\\[[0-9.]+", "[NaN")),
                        "not JSON",
                        JOURNAL,
                        "line=1"),
                named(
                        "time of zero",
                        edit(JOURNAL, all -> all.replaceFirst("\\[[0-9.]+", "[0.0")),
                        "must be above 0",
                        JOURNAL,
                        "line=1"),
                named(
                        "a sample is null",
                        edit(JOURNAL, all -> all.replaceFirst("\\[[0-9.]+", "[null")),
                        "missing",
                        JOURNAL),
                named(
                        "samples of another metric",
                        edit(
                                JOURNAL,
                                all -> all.replaceFirst("\"samples\":\\{\"[a-zA-Z]+\"", "\"samples\":{\"other\"")),
                        "cell's metric are missing",
                        JOURNAL,
                        "line=1"),
                named(
                        "a fork twice",
                        edit(JOURNAL, all -> all + all.lines().findFirst().orElseThrow() + "\n"),
                        "two forks of one cell",
                        JOURNAL,
                        "at=/round"),
                named(
                        "a disturbance is null",
                        swap(JOURNAL, "\"disturbances\":[]", "\"disturbances\":[null]"),
                        "does not fit",
                        JOURNAL,
                        "line=1"),
                named("round zero", swap(JOURNAL, "\"round\":1", "\"round\":0"), "out of range", "at=/round"),
                named(
                        "latencies of an unknown cell",
                        swap(LATENCY, "Tag=", "Tag=no"),
                        "cell is not in manifest",
                        LATENCY,
                        "line="),
                named(
                        "latencies garbled",
                        edit(LATENCY, all -> all.replaceFirst("HISTF[^\n]{40}", "HISTF")),
                        "no latency histogram",
                        LATENCY,
                        "line="),
                named("latencies are no log", text(LATENCY, "hello\n"), "no latency histogram", LATENCY, "line=1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isRefusedWithOneLineThatNamesThePlace(String name, UnaryOperator<RunCopy> damage, String[] expected) {
        RunCopy run = damage.apply(RunCopy.in(temporary));
        Console console = Console.of("lkml", run.path());
        assertThat(console.err()).containsSubsequence(expected);
        assertOneLine(console);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void namesAFolderThatIsNotThere() {
        Console console = Console.of("html", temporary.resolve("no such\u001b[31m"));
        assertThat(console.err())
                .startsWith("no such run folder: path=")
                .contains("\\u001b")
                .doesNotContain("\u001b");
        assertOneLine(console);
    }

    @Test
    void toleratesACutLastLineWhereTheRunWasKilledAndSaysSo() {
        RunCopy run = RunCopy.in(temporary)
                .replace(MANIFEST, "\"FAIL\"", "\"UNFINISHED\"")
                .edit(JOURNAL, all -> all.substring(0, all.length() - 9));
        Console console = Console.of("lkml", run.path());
        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("UNFINISHED").containsPattern("Line \\d+ of rounds.jsonl was cut short");
    }

    @Test
    void doesNotTolerateACutLineInTheMiddleOfAKilledRun() {
        RunCopy run = RunCopy.in(temporary)
                .replace(MANIFEST, "\"FAIL\"", "\"UNFINISHED\"")
                .edit(JOURNAL, all -> all.replaceFirst("\\}\n", "\n"));
        assertOneLine(Console.of("lkml", run.path()));
    }

    private static void assertOneLine(Console console) {
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).contains("; ").doesNotContain("Exception", "org.nofaultbench", "\tat ");
    }

    private static Arguments named(String name, UnaryOperator<RunCopy> damage, String... expected) {
        return Arguments.of(name, damage, expected);
    }

    private static UnaryOperator<RunCopy> edit(String file, UnaryOperator<String> change) {
        return run -> run.edit(file, change);
    }

    private static UnaryOperator<RunCopy> text(String file, String content) {
        return edit(file, ignored -> content);
    }

    private static UnaryOperator<RunCopy> half(String file) {
        return edit(file, all -> all.substring(0, all.length() / 2));
    }

    private static UnaryOperator<RunCopy> swap(String file, String old, String replacement) {
        return run -> run.replace(file, old, replacement);
    }

    private static UnaryOperator<RunCopy> delete(String file) {
        return run -> run.delete(file);
    }

    private static String manyProperties() {
        return IntStream.range(0, 600).mapToObj(i -> "\"property-" + i + "\", ").collect(Collectors.joining());
    }
}
