// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.cli.Console;
import org.nofaultbench.reports.fixture.DecidingRun;
import org.nofaultbench.reports.fixture.Fixture;

/** How often runs agree: three comparisons, of which one is decided. */
class AgreeCommandTest {

    private static final String HEADER = "pair common    same  both open  one decided  EQUIVALENT/not  opposite";

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private Path run(String name, double ratio) {
        return DecidingRun.in(temporary.resolve(name), ratio).path();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE"})
    void identicalRunsAgreeInAllAndSayWhatTheyTook(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path run = run("a", 1.5);
        Console console = Console.ofResearch("agree", run, run, Fixture.run());
        assertThat(console.err()).isEmpty();
        assertThat(console.exit()).isZero();
        assertThat(console.out().lines().toList())
                .contains(HEADER, "AB        3       1          2            0               0         0")
                .anyMatch(line -> line.matches("A  \\S+: quick until decided, 400 s, 1 of 3 decided"))
                .anyMatch(line -> line.matches("C  \\S+: quick, 400 s, [0-9]+ of [0-9]+ decided"));
    }

    @Test
    void namesTheRowOfOppositeVerdictsAndEndsInOne() {
        Console console = Console.ofResearch("agree", run("a", 1.5), run("b", 0.5));
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out().lines().toList())
                .contains(
                        "AB        3       0          2            0               0         1",
                        "AB  opposite: " + DecidingRun.CLEAR);
    }

    @Test
    void keepsApartWhereOneSeesNoDifference() {
        Console console = Console.ofResearch("agree", run("a", 1.5), run("b", 1));
        assertThat(console.exit()).isZero();
        assertThat(console.out().lines().toList())
                .contains(
                        "AB        3       0          2            0               1         0",
                        "AB  EQUIVALENT/not: " + DecidingRun.CLEAR);
    }

    @Test
    void countsWhatOnlyOneDecides() {
        Console console = Console.ofResearch("agree", run("a", 1.5), run("b", 1), "--margin", "0.001%");
        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("AB        3       ");
    }

    @Test
    void refusesASingleRunInOneLine() {
        Console console = Console.ofResearch("agree", run("a", 1.5));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines())
                .singleElement()
                .asString()
                .startsWith("not a number of runs to hold against one another: runs=1");
    }
}
