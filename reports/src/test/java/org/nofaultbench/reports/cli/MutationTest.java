// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.Damage;
import org.nofaultbench.reports.fixture.RealRun;

/**
 * Two hundred damaged runs through every command that reads one: none gives a stack trace, a hang or a wrong figure. Each is
 * refused with one line, or accepted; then the figures are those of the whole run.
 */
class MutationTest {

    private static final int FOLDERS = 200;
    private static final List<String> DOCUMENTS =
            List.of("manifest.json", "environment.json", "rounds.jsonl", "jmh.json");

    @TempDir
    Path temporary;

    private Path runs;
    private Path run;
    private Path site;

    @BeforeEach
    void copyARun() throws IOException {
        runs = temporary.resolve("runs");
        run = RealRun.fewCellsOfSmallest(runs).path();
        site = temporary.resolve("site");
    }

    @Test
    void noneOfTwoHundredDamagedRunsGivesAWrongFigure() throws IOException {
        assertThat(harmless("whole", "history", runs, "-o", site)).isZero();
        Map<String, String> figures = pages();
        int refused = 0;
        for (int i = 0; i < FOLDERS; i++) {
            String name = DOCUMENTS.get(i % DOCUMENTS.size());
            byte[] whole = Files.readAllBytes(run.resolve(name));
            Files.write(run.resolve(name), Damage.of(whole, new Random(i)));
            refused += commands(i + " " + name, name.endsWith(".jsonl") || name.startsWith("jmh") ? figures : Map.of());
            Files.write(run.resolve(name), whole);
        }
        assertThat(refused).isBetween(FOLDERS / 3, FOLDERS * 9 / 10);
    }

    /** 1 where it was refused. */
    private int commands(String which, Map<String, String> figures) throws IOException {
        int mail = harmless(which, "lkml", run);
        assertThat(harmless(which, "advise", run, "-o", temporary.resolve("page"), "--json", temporary.resolve("json")))
                .isEqualTo(mail);
        int history = harmless(which, "history", runs, "-o", site);
        assertThat(mail).as(which).isIn(0, 2);
        assertThat(history).as(which).isIn(0, mail);
        if (mail == 0 && !figures.isEmpty()) {
            assertThat(pages()).as(which).isEqualTo(figures);
        }
        return mail == 2 ? 1 : 0;
    }

    /** The status. */
    private int harmless(String which, Object... words) {
        Console console = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Console.of(words));
        String what = words[0] + " of " + which + ": " + console;
        assertThat(console.err()).as(what).doesNotContain("Exception", "\tat ");
        if (console.exit() == 2) {
            assertThat(console.out()).as(what).isEmpty();
            assertThat(console.err().lines())
                    .as(what)
                    .singleElement()
                    .asString()
                    .contains("; ")
                    .doesNotContainPattern("\\p{Cntrl}");
            return 2;
        }
        assertThat(console.err()).as(what).isEmpty();
        assertThat(console.out()).as(what).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\u202e]");
        return console.exit();
    }

    private Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(site)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
