// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.cli.Console;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.SyntheticHistory;

class HistoryCommandTest {

    private static final SyntheticHistory STORY = new SyntheticHistory(1, 24, 12, 6);
    private static final String SCRIPT = "<script>alert(1)</script>";

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    private Path runs;
    private Path site;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private Console history(Object... more) {
        runs = temporary.resolve("some runs");
        site = temporary.resolve("a site");
        if (Files.notExists(runs)) {
            STORY.writeTo(runs);
        }
        return Console.of(Stream.concat(Stream.of("history", runs, "-o", site), Stream.of(more))
                .toArray());
    }

    @Test
    void saysWhatItReadAndWhereTheSiteIs() {
        assertThat(history())
                .isEqualTo(new Console(
                        0, "Runs: 24\nChanged: 2 of 12 cells\nSite: " + site.resolve("index.html") + "\n", ""));
        STORY.write(runs, 24);
        assertThat(history().out()).startsWith("Runs: 25\n");
    }

    @Test
    void endsInOneWhereACellChangedSinceADayOrARun() {
        Console changed = history("--fail-on-change", "2024-01-13");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out())
                .contains("SLOWER ", " on 2024-01-13: " + STORY.plan().get(3).id() + ", synthetic, new build")
                .containsPattern("FAIL: \\d changes? since 2024-01-13\n$");
        assertThat(history("--fail-on-change", SyntheticHistory.id(20))).satisfies(since -> {
            assertThat(since.exit()).isZero();
            assertThat(since.out()).endsWith("PASS: no change since " + SyntheticHistory.id(20) + "\n");
        });
        assertThat(history("--fail-on-change", "2099-01-01")).satisfies(none -> {
            assertThat(none.exit()).isEqualTo(3);
            assertThat(none.out()).endsWith("INCONCLUSIVE: no run since 2099-01-01\n");
        });
        assertThat(Console.of(
                                "history",
                                Fixture.runs(),
                                "-o",
                                temporary.resolve("few"),
                                "--fail-on-change",
                                "2020-01-01")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void opensEveryCellFromAnOverviewWithWhatChangedLastAtItsHead() throws IOException {
        history();
        String overview = read("index.html");
        List<String> links = found(overview, "href=\"(cell-[0-9a-f]+\\.html)\"");
        assertThat(links)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .allSatisfy(link -> assertThat(site.resolve(link)).exists());
        assertThat(found(overview, "<th scope=\"row\"><a [^>]*>([^<]*)<").get(0))
                .isEqualTo(STORY.plan().get(3).id());
        assertThat(overview).contains("2 of 12 cells changed, the last on 2024-01-13");
        assertThat(read(links.get(0))).contains("<h1>" + STORY.plan().get(3).id(), "SLOWER", "new build", "<svg");
        assertThat(read(links.get(1))).contains("kernel: 6.18.0 \u2192 6.19.0");
    }

    @Test
    void opensOfflineAndRunsNothingButItsOwnScript() throws IOException {
        history();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            assertThat(page.getValue().replace("http://www.w3.org/2000/svg", ""))
                    .as(page.getKey())
                    .doesNotContain("http:", "https:", "<link", "<img", "@import", " src=", "javascript:")
                    .contains("default-src &#39;none&#39;")
                    .containsOnlyOnce("<script>");
            assertThat(found(page.getValue(), " id=\"([^\"]+)\""))
                    .as(page.getKey())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void writesTheSamePagesInEveryLocaleAndFromTheCache() throws IOException {
        Locale.setDefault(Locale.ROOT);
        history();
        Map<String, String> first = pages();
        for (String locale : List.of("de-DE", "ar-EG")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            history();
            assertThat(pages()).isEqualTo(first);
        }
    }

    @Test
    void showsHostileNamesAsTextAndNeverAsFileNames() throws IOException {
        history();
        for (Path run : children(runs)) {
            for (String file : List.of("manifest.json", "rounds.jsonl", "environment.json")) {
                Path path = run.resolve(file);
                Files.writeString(
                        path,
                        Files.readString(path)
                                .replace("BufferRead.warm/unguarded-shared/16KiB", "../../" + SCRIPT)
                                .replace("BufferRead.warm/unguarded-shared/4K", "\\u001b[2J\\u202e" + "z".repeat(150))
                                .replace("\"6.19.0\"", "\"</style>" + SCRIPT + "y\\u0000" + "x".repeat(9_000) + "\"")
                                .replace("\"machine\":\"synthetic\"", "\"machine\":\"<b>&\""));
            }
        }
        assertThat(history().exit()).isZero();
        assertThat(pages()).hasSize(13);
        String all = String.join("", pages().values());
        assertThat(all)
                .contains("../../&lt;script&gt;alert(1)&lt;", "\\u001b[2J\\u202e", "&lt;b&gt;&amp;")
                .doesNotContain(SCRIPT, "<b>")
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\u202e]");
        assertThat(children(site))
                .allSatisfy(file ->
                        assertThat(file.getFileName().toString()).matches("cell-[0-9a-f]{16}\\.html|index\\.html"));
    }

    @Test
    void concludesNothingFromAFewRuns() throws IOException {
        site = temporary.resolve("site");
        assertThat(Console.of("history", Fixture.runs(), "-o", site).out()).contains("Runs: 1\n", "Changed: 0 of");
        assertThat(read("index.html"))
                .contains(
                        "Too few runs to say what changed: 1 run, and a change needs at least 10",
                        "TOO FEW RUNS",
                        "1 run is FAIL or UNFINISHED")
                .doesNotContain("SLOWER", "none found");
    }

    @Test
    void removesPagesOfCellsThatAreGoneAndNothingElse() throws IOException {
        history();
        Path stale = site.resolve("cell-0123456789abcdef.html");
        Path note = site.resolve("cell-notes.html");
        Files.writeString(stale, "");
        Files.writeString(note, "");
        history();
        assertThat(stale).doesNotExist();
        assertThat(note).exists();
    }

    @Test
    void refusesWhatCannotBeReadOrWrittenInOneLine() throws IOException {
        assertRefused(
                Console.of("history", temporary.resolve("nosuch"), "-o", temporary.resolve("s")),
                "no such folder: path=");
        assertRefused(Console.of("history", temporary, "-o", temporary.resolve("s")), "no run in folder: path=");
        assertRefused(Console.of("history", Fixture.runs(), "-o", "/proc/nofault"), "folder cannot be made: path=");
        history();
        Files.writeString(runs.resolve(SyntheticHistory.id(3)).resolve("rounds.jsonl"), "{\"round\":");
        assertRefused(history(), SyntheticHistory.id(3));
        assertThat(history("--leave-out-broken").out()).contains("Runs: 23,", "left out: 1");
        assertThat(read("index.html")).contains("Left out: ", SyntheticHistory.id(3));
    }

    private static void assertRefused(Console console, String expected) {
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines())
                .singleElement()
                .asString()
                .contains(expected, "; ")
                .doesNotContain("Exception");
    }

    private Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Path file : children(site)) {
            if (file.toString().endsWith(".html")) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(site.resolve(name), StandardCharsets.UTF_8);
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }
}
