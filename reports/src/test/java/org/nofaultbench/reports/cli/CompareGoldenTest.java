// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.SyntheticJmh;
import org.nofaultbench.reports.fixture.SyntheticRun;

/** What a comparison prints in every form, byte by byte; {@code -Dgolden.update=true} writes the goldens anew. */
class CompareGoldenTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    private Path base;
    private Path next;

    @BeforeEach
    void writeTwoFiles() {
        base = new SyntheticJmh(1)
                .time("org.example.Slower", 10, 1234.5)
                .time("org.example.Same", 10, 88)
                .time("org.example.Accepted", 10, 2.5e6)
                .time("org.example.Thin", 1, 12)
                .time("org.example.Gone", 10, 1)
                .writeTo(temporary.resolve("base.json"));
        next = new SyntheticJmh(2)
                .time("org.example.Slower", 10, 2000.25)
                .time("org.example.Same", 10, 88)
                .time("org.example.Accepted", 10, 3e6)
                .time("org.example.Thin", 1, 12)
                .time("org.example.New", 10, 1)
                .writeTo(temporary.resolve("new.json"));
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    static Stream<Arguments> forms() {
        return Stream.of("", "de-DE", "ar-EG")
                .flatMap(locale ->
                        Stream.of("text", "markdown", "json", "junit").map(form -> Arguments.of(locale, form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void jmhFilesLookTheSameInEveryLocale(String locale, String form) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path accepted = Files.writeString(
                temporary.resolve("accepted.json"),
                "{\"schemaVersion\": 1, \"acknowledged\": [{\"row\":"
                        + " \"org.example.Accepted [avgt] size=16\", \"ratio\": 1.2, \"base\": null, \"because\": \"checks the seals\"}]}");
        Console console = Console.of("compare", base, next, "--format", form, "--acknowledged", accepted);
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.err()).isEmpty();
        assertGolden("compare-jmh." + form, console.out());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void runsLookTheSameInEveryLocale(String locale, String form) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path other = new SyntheticRun(5, 7).writeTo(temporary.resolve("20261124T120000Z-synthetic-6.18.0-1111111"));
        Path environment = other.resolve("environment.json");
        Files.writeString(environment, Files.readString(environment).replace("\"6.18.0\"", "\"6.19.0\""));
        Console console = Console.of(
                "compare",
                Fixture.run(),
                other,
                "--format",
                form,
                "--only",
                "GuardCost|fresh",
                "--despite-differences");
        assertThat(console.exit()).as(console.err()).isZero();
        assertGolden("compare-run." + form, console.out());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void textFitsAHundredColumnsOfAscii(String locale, String form) {
        List<String> lines = Console.of("compare", base, next, "--format", form)
                .out()
                .lines()
                .toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]*").doesNotEndWith(" "));
        if (form.equals("text")) {
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    /** The goldens are what the command prints, as the tests above show. */
    @ParameterizedTest
    @ValueSource(strings = {"compare-jmh.json", "compare-run.json"})
    void jsonKeepsToItsSchema(String golden) throws IOException {
        JsonNode comparison = SyntheticRun.json().readTree(Files.readString(Fixture.golden(golden)));
        assertThat(comparison.path("rows").size()).isGreaterThan(2);
        assertThat(problems(comparison)).isEmpty();
        ((ObjectNode) comparison.path("rows").get(0)).put("verdict", "FINE");
        assertThat(problems(comparison)).hasSize(1);
    }

    @Test
    void jsonOfARealRunAgainstItselfKeepsToItsSchema() throws IOException {
        Path run = RealRun.all().get(0);
        Console console = Console.of("compare", run, run, "--format", "json", "--strict");
        assertThat(problems(SyntheticRun.json().readTree(console.out()))).isEmpty();
    }

    private static List<?> problems(JsonNode comparison) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "results", "schema", "compare.schema.json")))
                .validate(comparison);
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path golden = Fixture.golden(name);
        if (Fixture.UPDATE) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
