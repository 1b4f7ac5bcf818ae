// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.Fixture;

/** What users read, byte by byte; {@code -Dgolden.update=true} writes the goldens anew. */
class GoldenTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "ar-EG"})
    void pageIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path page = temporary.resolve("page.html");
        Console console = Console.of("html", Fixture.runs(), "-o", page);
        assertThat(console.exit()).isZero();
        assertThat(console.err()).isEmpty();
        assertGolden("report.html", withoutDrawings(Files.readString(page)));
        assertGolden("report.stdout", console.out().replace(page.toString(), "PAGE"));
        assertThat(console.out()).endsWith("Page: " + page + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "ar-EG"})
    void textIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Console console = Console.of("text", Fixture.run());
        assertThat(console.exit()).isZero();
        assertGolden("report.text", console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "ar-EG"})
    void evidenceIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Console console = Console.of("lkml", Fixture.run());
        assertThat(console.exit()).isZero();
        assertGolden("report.lkml", console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "ar-EG"})
    void adviceIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path page = temporary.resolve("advice.html");
        Path json = temporary.resolve("advice.json");
        Console console = Console.of("advise", Fixture.runs(), "--client-share", "25%", "-o", page, "--json", json);
        assertThat(console.exit()).isZero();
        assertThat(console.err()).isEmpty();
        assertGolden("advice.html", withoutDrawings(Files.readString(page)));
        assertGolden("advice.json", Files.readString(json));
        assertGolden("advice.stdout", console.out().replace(page.toString(), "PAGE"));
        assertThat(console.out().lines().filter(line -> !line.startsWith("Page: ")))
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]{0,120}"));
    }

    @Test
    void evidenceIsAsciiAndFitsSeventyFiveColumns() {
        assertThat(Console.of("lkml", Fixture.run()).out().lines())
                .allSatisfy(
                        line -> assertThat(line).matches("[\\x20-\\x7e]{0,75}").doesNotEndWith(" "));
    }

    @Test
    void textIsAsciiAndFitsSeventyFiveColumns() {
        assertThat(Console.of("text", Fixture.run()).out().lines())
                .allSatisfy(
                        line -> assertThat(line).matches("[\\x20-\\x7e]{0,75}").doesNotEndWith(" "));
    }

    @Test
    void lastScreenHasFortyLinesOfAtMostAHundredAndTwentyColumns() {
        Console console = Console.of("html", Fixture.run(), "-o", temporary.resolve("page.html"));
        assertThat(console.out()
                        .lines()
                        .filter(line -> !line.startsWith("Page: "))
                        .toList())
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Path first = temporary.resolve("first.html");
        Path second = temporary.resolve("second.html");
        Console.of("html", Fixture.run(), "-o", first);
        Console.of("html", Fixture.run(), "-o", second);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    /** Drawings depend on the machine's fonts; charts are tested as data and as well-formed SVG. */
    private static String withoutDrawings(String page) {
        return page.replaceAll("(?s)<svg.*?</svg>", "<svg/>");
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path golden = Fixture.golden(name);
        if (Fixture.UPDATE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
