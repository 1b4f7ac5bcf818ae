// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.ReportCli;

/** The command line of {@code store.jar}. */
class StoreCommandsTest {

    private static final Path RESULTS = Path.of("..", "..", "results", "same-build");

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... words) {
        out.reset();
        err.reset();
        List<String> args = new ArrayList<>();
        for (Object word : words) {
            args.add(word.toString());
        }
        return ReportCli.run(
                args.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path store() {
        return temporary.resolve("store");
    }

    @Test
    void followsTheRepositorysOwnRuns() {
        assertThat(run("add", RESULTS, "--store", store())).as(err::toString).isZero();
        assertThat(printed()).contains("Added: 21 runs, already there: 0");
        assertThat(run("add", RESULTS, "--store", store())).isZero();
        assertThat(printed()).contains("Added: 0 runs, already there: 21");
        Path site = temporary.resolve("site");
        assertThat(run("history", "--store", store(), "-o", site, "--fail-on-change", "2026-01-01"))
                .as(err::toString)
                .isZero();
        assertThat(printed()).contains("Runs: 21 of 1 machine", "PASS: no change");
        assertThat(site.resolve("index.html")).content().contains("21", "m").doesNotContain("{{");
        assertThat(site).isDirectoryRecursivelyContaining("glob:**/m*/cell-*.html");
    }

    private void addSeries(String benchmark, int first, int last, double rate) throws IOException {
        for (int day = first; day <= last; day++) {
            double value = rate * (1 + 0.002 * (day * 7 % 5));
            Path file = temporary.resolve("day" + day + ".json");
            Files.writeString(
                    file,
                    GeneratedRuns.jmh(
                            benchmark, "ops/us", List.of(List.of(value, value * 1.01), List.of(value * 0.99))));
            String date = String.format(Locale.ROOT, "2026-03-%02d", day);
            assertThat(run(
                            "add",
                            file,
                            "--store",
                            store(),
                            "--machine",
                            "lab",
                            "--date",
                            date,
                            "--commit",
                            GeneratedRuns.hash(day)))
                    .as(err::toString)
                    .isZero();
        }
    }

    @Test
    void endsInStatus1WhereAJmhSeriesBecameSlower() throws IOException {
        addSeries("org.example.Codec.encode", 1, 12, 10);
        addSeries("org.example.Codec.encode", 13, 24, 8);
        assertThat(run("history", "--store", store(), "--fail-on-change", "2026-03-10"))
                .isEqualTo(1);
        assertThat(printed())
                .contains("SLOWER times 1.2", "2026-03-13T00:00:00Z", "org.example.Codec.encode", "lab", "FAIL");
        assertThat(run("history", "--store", store(), "--fail-on-change", "2026-03-20"))
                .isZero();
        assertThat(run("history", "--store", store(), "--fail-on-change", "2026-06-01"))
                .isEqualTo(3);
        Path site = temporary.resolve("site");
        assertThat(run("history", "--store", store(), "-o", site))
                .as(err::toString)
                .isZero();
        assertThat(site).isDirectoryRecursivelyContaining("glob:**/m*/cell-*.html");
    }

    @Test
    void goesOnWithASeriesUnderItsNewName() throws IOException {
        addSeries("org.example.Codec.encode", 1, 12, 10);
        addSeries("org.example.Coder.encode", 13, 24, 8);
        assertThat(run("history", "--store", store(), "--fail-on-change", "2026-03-10"))
                .isZero();
        Path names = Files.writeString(temporary.resolve("names"), "org.example.Codec -> org.example.Coder\n");
        assertThat(run(
                        "history",
                        "--store",
                        store(),
                        "--rename",
                        names,
                        "--only",
                        "Coder",
                        "--fail-on-change",
                        "2026-03-10"))
                .isEqualTo(1);
        assertThat(printed()).contains("SLOWER times 1.2", "2026-03-13T00:00:00Z", "1 of 1 series");
    }

    @Test
    void comparesANewRunWithTheLastOfAMachine() throws IOException {
        addSeries("org.example.Codec.encode", 1, 6, 10);
        Path next = temporary.resolve("next.json");
        Files.writeString(
                next,
                GeneratedRuns.jmh(
                        "org.example.Codec.encode", "ops/us", List.of(List.of(4.0, 4.02, 4.01), List.of(4.0, 4.01))));
        assertThat(run("compare", "--store", store(), "--base", "last 5 of machine lab", next))
                .as(err::toString)
                .isEqualTo(1);
        assertThat(printed()).contains("SLOWER");
        assertThat(run("compare", "--store", store(), "--base", "last 5 of machine attic", next))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("machine=attic", "known=lab")
                .hasLineCount(1);
        assertThat(run("compare", "--store", store(), "--base", "newest", next)).isEqualTo(2);
        assertThat(run("compare", "--store", store(), next)).isEqualTo(2);
        assertThat(run("compare", next)).isEqualTo(2);
    }

    @Test
    void comparesARunFolderWithTheStoresAsWithTheFolders() {
        List<Path> runs = StoreFolder.list(RESULTS, Files::isDirectory);
        Path last = runs.get(runs.size() - 1);
        List<Object> add = new ArrayList<>(runs.subList(0, runs.size() - 1));
        add.add(0, "add");
        add.addAll(List.of("--store", store()));
        assertThat(run(add.toArray())).as(err::toString).isZero();
        int status = run("compare", RESULTS, last, "--baseline-last", 5);
        List<String> rows = verdicts();
        assertThat(rows).hasSizeGreaterThan(5);
        String machine = StoreFolder.list(store().resolve("runs/v=1"), Files::isDirectory)
                .get(0)
                .getFileName()
                .toString()
                .replace("machine=", "");
        assertThat(run("compare", "--store", store(), "--base", "last 5 of machine " + machine, last))
                .as(err::toString)
                .isEqualTo(status);
        assertThat(verdicts()).isEqualTo(rows);
    }

    /** The rows, sorted: a store has them in the order of their names. */
    private List<String> verdicts() {
        return printed()
                .lines()
                .filter(line -> line.matches(".*\\([0-9.]+-[0-9.]+\\).*"))
                .sorted()
                .toList();
    }

    @Test
    void tellsOfItsOptions() {
        assertThat(run("history", "--help")).isZero();
        assertThat(printed()).contains("--leave-out-broken", "history --store DIR --help");
        assertThat(run("history", "--store", "any", "--help")).isZero();
        assertThat(printed()).contains("--skip-damaged", "--rename").doesNotContain("--leave-out-broken");
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertThat(run("history", "--store", store(), "--speed", 3)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--speed").hasLineCount(1);
        assertThat(run("history", "--store", temporary.resolve("none"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("no store there: store=")
                .hasLineCount(1);
        Path file = Files.writeString(
                temporary.resolve("jmh.json"), GeneratedRuns.jmh("a.b", "ops/us", List.of(List.of(1.0))));
        assertThat(run("add", file, "--store", store())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--machine NAME")
                .hasLineCount(1);
        assertThat(run(
                        "add",
                        file,
                        "--store",
                        store(),
                        "--machine=lab",
                        "--date=2026-03-01",
                        "--commit=" + "a".repeat(201)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("commit is longer than 200 characters: chars=201")
                .hasLineCount(1);
        assertThat(run("add", file, "--store", store(), "--machine", "lab", "--date", "yesterday"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("date=yesterday")
                .hasLineCount(1);
    }
}
