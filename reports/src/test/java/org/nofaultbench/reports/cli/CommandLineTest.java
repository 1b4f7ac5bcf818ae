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
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;

class CommandLineTest {

    @TempDir
    Path temporary;

    static Stream<Arguments> misunderstood() {
        String run = Fixture.run().toString();
        return Stream.of(
                Arguments.of(List.of(), "no command given: known=[text, "),
                Arguments.of(List.of("pdf", run), "unknown command: command=pdf, known=[text, "),
                Arguments.of(List.of("html"), "RUN"),
                Arguments.of(List.of("html", run, "--margin", "wide"), "no percentage"),
                Arguments.of(List.of("html", run, "--margin", "0%"), "above 0%"),
                Arguments.of(List.of("html", run, "--margin", "1,5%"), "no percentage"),
                Arguments.of(List.of("lkml", run, "--colour"), "--colour"),
                Arguments.of(List.of("advise", run, "--client-share", "most"), "no share from 0% to 100%"),
                Arguments.of(List.of("advise", run, "--client-share", "101%"), "no share from 0% to 100%"),
                Arguments.of(
                        List.of("advise", run, "-o", "/proc/nofault/advice.html"),
                        "file cannot be written: path=/proc"),
                Arguments.of(
                        List.of("chart", run, "pie", "-o", "x.svg"),
                        "no such chart: chart=pie, known=overview-chart throughput-warm"),
                Arguments.of(List.of("chart", run, "cost-warm"), "-o"),
                Arguments.of(
                        List.of("html", run, "-o", "/proc/nofault/report.html"), "file cannot be written: path=/proc"));
    }

    @ParameterizedTest
    @MethodSource("misunderstood")
    void refusesWhatItDoesNotUnderstandInOneLine(List<String> args, String expected) {
        Console console = Console.of(args.toArray());
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).contains(expected).contains("; ").doesNotContain("Exception");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void writesThePageIntoTheRunFolderByDefaultAlsoWithASpaceInThePath() {
        RunCopy run = RunCopy.in(temporary);
        Console console = Console.of("html", run.path());
        Path page = run.path().resolve("report.html");
        assertThat(console.out()).endsWith("Page: " + page + "\n");
        assertThat(page).content().startsWith("<!DOCTYPE html>");
        assertThat(run.path()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void takesTheNewestRunOfAFolderByItsNameAndNamesIt() throws IOException {
        for (String id : List.of("20261123T120000Z-a", "20261124T080000Z-b", "20251231T235959Z-c")) {
            Path run = new SyntheticRun(1, 6).writeTo(temporary.resolve(id));
            Path manifest = run.resolve("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replace(SyntheticRun.ID, id));
        }
        assertThat(Console.of("html", temporary).out())
                .contains("20261124T080000Z-b")
                .doesNotContain("20261123T120000Z-a", "20251231T235959Z-c");
    }

    @Test
    void judgesByTheMarginItIsGiven() {
        String wide = Console.of("text", Fixture.run(), "--margin", "10%").out();
        assertThat(wide).contains("margin of 10%").contains("EQUIVALENT").doesNotContain("14 UNDECIDED");
        assertThat(Console.of("text", Fixture.run(), "--margin", "0.01%").out()).contains("margin of 0.01%");
    }

    @Test
    void writesAChartThatStandsAlone() throws IOException {
        Path svg = temporary.resolve("chart.svg");
        assertThat(Console.of("chart", Fixture.runs(), "cost-warm", "-o", svg)).isEqualTo(new Console(0, "", ""));
        assertThat(svg).content().contains("prefers-color-scheme: dark").contains("role=\"img\"");
    }

    @Test
    void helpsWithoutAnError() {
        Console console = Console.of("--help");
        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("html", "text", "lkml", "chart");
    }
}
