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
import org.nofaultbench.reports.fixture.SyntheticRun;

/** Names from result files are text wherever they appear: never markup, never a path, never a command to the terminal. */
class HostileNamesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    Path temporary;

    private RunCopy run;

    @BeforeEach
    void renameTheStrategyEverywhere() {
        run = RunCopy.in(temporary);
        for (String file : new String[] {"manifest.json", "rounds.jsonl"}) {
            run.edit(
                    file,
                    text -> text.replace("copy-pread", SCRIPT)
                            .replace("guard-jump", "../../etc/\\u001b[31m\\u202e&\\\"'"));
        }
        run.delete("latency.hlog");
        run.replace("manifest.json", "time limit of 20 s reached", SCRIPT + "\\u001b[2J");
        run.replace("manifest.json", "falls back to guard-pool", SCRIPT);
        run.edit("manifest.json", text -> text.replace("sees-regrowth", "<b>" + "z".repeat(180)));
        run.replace("manifest.json", "plain shared mapping", "x".repeat(10_000));
        run.replace(
                "manifest.json", "the process would die", "]]>--><img src=x onerror=alert(1)>" + "y".repeat(10_000));
        run.replace("manifest.json", "\"command\" : \"", "\"command\" : \"</style><b>\\u0000");
    }

    @Test
    void areTextOnThePage() throws IOException {
        Console console = Console.of("html", run.path());
        assertThat(console.exit()).as(console.err()).isZero();
        assertText(Files.readString(run.path().resolve("report.html")));
    }

    @Test
    void areTextInAdvice() throws IOException {
        Path json = temporary.resolve("advice.json");
        Console console = Console.of("advise", run.path(), "--json", json);
        assertThat(console.exit()).as(console.err()).isZero();
        assertText(Files.readString(run.path().resolve("advice.html")));
        assertThat(console.out()).contains("<script>").matches("[\\x20-\\x7e\\n]*");
        assertThat(Files.readString(json)).matches("[\\x20-\\x7e\\n]*");
        assertThat(SyntheticRun.json().readTree(json.toFile()).findValuesAsText("id"))
                .contains(SCRIPT);
    }

    private static void assertText(String whole) {
        assertThat(whole.split("<script>", -1)).as("the page's own script").hasSize(2);
        String page = whole.substring(0, whole.indexOf("<script>"));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;")
                .contains("&lt;img src")
                .contains("../../etc/\\u001b[31m");
        assertThat(page)
                .doesNotContain("<script", "<img", "<b>", "]]>--><")
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\u202e]");
        assertThat(page.split("</style>")).as("style blocks").hasSize(2);
    }

    @Test
    void areTextInTheMailAndOnTheTerminal() {
        assertThat(Console.of("lkml", run.path()).out()).contains("<b>").matches("[\\x20-\\x7e\\n]*");
        assertThat(Console.of("text", run.path()).out()).contains("<script>").matches("[\\x20-\\x7e\\n]*");
        assertThat(Console.of("html", run.path()).out()).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void doNotLeaveTheFolder() {
        Console.of("html", run.path());
        assertThat(temporary).isDirectoryNotContaining(path -> path.toString().contains("etc"));
        assertThat(run.path()).isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void areTextInAChart() throws IOException {
        Path svg = temporary.resolve("c.svg");
        assertThat(Console.of("chart", run.path(), "guard-cost-beginend", "-o", svg)
                        .exit())
                .isZero();
        assertThat(Files.readString(svg)).contains("&lt;script&gt;").doesNotContain("<script");
    }
}
