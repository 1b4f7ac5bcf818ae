// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.cli.Console;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;

class AdviseCommandTest {

    private static final Path SCHEMA = Path.of("..", "results", "schema", "advice.schema.json");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"0%", "25%", "100%"})
    void writesJsonThatKeepsToItsSchema(String share) throws IOException {
        JsonNode advice = advice("--client-share", share);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(advice))
                .isEmpty();
        assertThat(advice.get("clientShare").doubleValue()).isEqualTo(Double.parseDouble(share.replace("%", "")) / 100);
        assertThat(advice.findValues("sealed")).allMatch(entry -> share.equals("0%") == entry.isNull());
    }

    @Test
    void saysTheSameOnTheTerminalOnThePageAndInJson() throws IOException {
        Path page = temporary.resolve("advice.html");
        Path json = temporary.resolve("advice.json");
        String out = Console.of("advise", Fixture.run(), "-o", page, "--json", json)
                .out()
                .replace('\n', ' ');
        String first = SyntheticRun.json()
                .readTree(json.toFile())
                .get("sentences")
                .get(0)
                .textValue();
        assertThat(Files.readString(page))
                .contains("<h1>How to read a client&#39;s shared memory on this machine</h1>\n<p class=\"lead\">"
                        + first + "</p>");
        assertThat(out).contains(first.replace('\u00d7', 'x').replace('\u2013', '-'));
    }

    @Test
    void writesThePageIntoTheRunFolderAndTheSameBytesEveryTime() throws IOException {
        RunCopy run = RunCopy.in(temporary);
        Path page = run.path().resolve("advice.html");
        assertThat(Console.of("advise", run.path()).out()).endsWith("Page: " + page + "\n");
        byte[] first = Files.readAllBytes(page);
        Console.of("advise", run.path());
        assertThat(Files.readAllBytes(page)).isEqualTo(first);
    }

    private JsonNode advice(String... options) throws IOException {
        Path json = temporary.resolve("advice.json");
        Console console = Console.of(
                "advise",
                Fixture.run(),
                "-o",
                temporary.resolve("advice.html"),
                "--json",
                json,
                options[0],
                options[1]);
        assertThat(console.exit()).as(console.err()).isZero();
        return SyntheticRun.json().readTree(json.toFile());
    }
}
