// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.RunCopy;

/** What an emulated CPU took is the speed of the program that emulates it. */
class EmulatedRunTest {

    @TempDir
    Path temporary;

    private Path run;

    @BeforeEach
    void runsOnAnEmulatedCpu() {
        run = RunCopy.in(temporary)
                .edit("manifest.json", text -> text.replace("\"ns/op\"", "\"emulated-ns/op\""))
                .path();
    }

    @Test
    void printsNoFigureAndNoVerdictButTheReason() {
        String text = Console.of("text", run).out();

        assertThat(text).contains("emulated timings are excluded").doesNotContain("emulated-ns");
        assertThat(text).doesNotContainPattern("(?m)(FASTER|SLOWER|EQUIVALENT|UNDECIDED)$");
    }

    @Test
    void drawsNothingOfItInThePage() throws IOException {
        Path page = temporary.resolve("page.html");
        assertThat(Console.of("html", run, "-o", page).exit()).isZero();

        assertThat(Files.readString(page))
                .contains("emulated timings are excluded")
                .doesNotContainPattern("[0-9] ?(<[^>]*> ?)*emulated-ns");
    }

    @Test
    void hasNoPlaceInAHistory() throws IOException {
        Path site = temporary.resolve("site");
        Console console = Console.of("history", run.getParent(), "-o", site);

        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(Files.readString(site.resolve("index.html"))).doesNotContain("emulated-ns");
    }
}
