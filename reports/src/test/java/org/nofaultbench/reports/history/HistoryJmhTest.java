// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.reports.cli.Console;
import org.nofaultbench.reports.fixture.SyntheticJmh;

/** {@code history} over JMH files of other projects: what they lack, and how they come. */
class HistoryJmhTest {

    private static final int RUNS = 24;
    private static final int STEP_AT = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("runs");
    }

    private static LocalDate day(int run) {
        return FIRST.plusDays(run);
    }

    private static double step(int run) {
        return run < STEP_AT ? 100 : 130;
    }

    /** One file a day; the later of them are the older on disk. */
    private void writeDaily(String benchmark, IntToDoubleFunction nanoseconds) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            write(day(run) + ".json", run, benchmark, nanoseconds.applyAsDouble(run));
        }
    }

    private void write(String name, int run, String benchmark, double nanoseconds) throws IOException {
        Path file = new SyntheticJmh(run).time(benchmark, 1, nanoseconds).writeTo(folder().resolve(name));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000L - 1_000_000L * run));
    }

    private void list(List<String> lines) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("runs.csv"), lines);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(temporary.resolve(name), List.of(lines));
    }

    private Console history(Object... more) {
        return Console.of(Stream.concat(
                        Stream.of(
                                "history", folder(), "-o", temporary.resolve("site"), "--fail-on-change", "2020-01-01"),
                        Stream.of(more))
                .toArray());
    }

    private String overview() throws IOException {
        return Files.readString(temporary.resolve("site").resolve("index.html"));
    }

    @Test
    void ordersFilesByTheDayInTheirNamesAndNotByTheirAge() throws IOException {
        writeDaily("org.example.Codec.encode", HistoryJmhTest::step);
        Console console = history("--machine", "ci-3");
        assertThat(console.exit()).as(console.err()).isEqualTo(1);
        assertThat(console.out())
                .contains(
                        "Runs: 24\nChanged: 1 of 1 cell\n",
                        "time on " + day(STEP_AT)
                                + ": org.example.Codec.encode [avgt] size=16, ci-3, same machine; build not known")
                .endsWith("FAIL: 1 change since 2020-01-01\n");
    }

    @Test
    void showsNoChangeOfEqualFiles() throws IOException {
        writeDaily("org.example.Codec.encode", run -> 100);
        assertThat(history().exit()).isZero();
        for (int run = 1; run < RUNS; run++) {
            Files.copy(
                    folder().resolve(day(0) + ".json"),
                    folder().resolve(day(run) + ".json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(history().out()).endsWith("PASS: no change since 2020-01-01\n");
    }

    /** Single shots scatter by a tenth, and the first is the slowest. */
    @Test
    void findsASlowDownOfFiveSingleShots() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(run);
            SyntheticJmh json = new SyntheticJmh(run);
            ObjectNode metric = (ObjectNode)
                    json.row("org.example.Start.up", "ss", "ms/op", 1, 1).get("primaryMetric");
            ArrayNode shots = metric.putArray("rawData").addArray();
            double sum = 0;
            for (int shot = 0; shot < 5; shot++) {
                double level = (run < STEP_AT ? 40 : 100) * (shot == 0 ? 1.8 : 1);
                double value = level * Math.exp(0.1 * random.nextGaussian());
                shots.add(value);
                sum += value;
            }
            metric.put("score", sum / 5);
            json.writeTo(folder().resolve(day(run) + ".json"));
        }
        Console console = history();
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).containsPattern("SLOWER \u00d72\\.[3-7]\\d* time on " + day(STEP_AT));
    }

    @Test
    void takesDateCommitAndMachineFromTheList() throws IOException {
        List<String> lines = new ArrayList<>(List.of("commit, file, machine, date"));
        for (int run = 0; run < RUNS; run++) {
            // Names in the opposite order of time.
            String name = "build-" + (1000 - run) + ".json";
            write(name, run, "org.example.Codec.encode", step(run));
            lines.add((run < STEP_AT ? "aaaaaaa" : "bbbbbbb") + "," + name + ",ci-" + 1 + "," + day(run));
        }
        list(lines);
        assertThat(history().out())
                .contains("time on " + day(STEP_AT) + ": org.example.Codec.encode [avgt] size=16, ci-1, new build");
        Path elsewhere = Files.move(folder().resolve("runs.csv"), temporary.resolve("all.csv"));
        assertThat(history("--runs", elsewhere).exit()).isEqualTo(1);
        assertThat(overview()).contains("at commit bbbbbbb");
    }

    @Test
    void raisesNoAlarmWhereTheCommitStayedTheSame() throws IOException {
        writeDaily("org.example.Codec.encode", HistoryJmhTest::step);
        assertThat(history("--commit", "aaaaaaa").exit()).isZero();
        assertThat(overview()).contains("same build, same machine: no alarm");
    }

    @Test
    void refusesACommitThatIsTooLongInOneLine() throws IOException {
        writeDaily("org.example.Codec.encode", HistoryJmhTest::step);
        Console console = history("--commit", "a".repeat(201));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).singleElement().asString().contains("commit is longer than 200 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file,when       | first line does not name the columns",
                "date,commit     | first line does not name the columns",
                "file,date\\nx.json,24.12.2026    | date is not understood",
                "file,date\\nx.json,2026-12-24,b  | line has too many values",
                "file,date\\nx.json,2026-12-24\\nx.json,2026-12-25 | run is listed twice",
                "file,commit\\nx.json,abc         | date of a JMH file is not known: file=x.json"
            })
    void refusesAListThatIsNoneInOneLine(String list, String message) throws IOException {
        write("x.json", 1, "org.example.Codec.encode", 100);
        list(List.of(list.split("\\\\n")));
        Console console = history();
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).singleElement().asString().contains(message, "; ");
    }

    @Test
    void takesTheDateOfAFileThatNobodyListedFromTheOption() throws IOException {
        write("x.json", 1, "org.example.Codec.encode", 100);
        assertThat(history().err()).contains("date of a JMH file is not known: file=x.json");
        assertThat(history("--date", "2026-02-03T04:05:06Z").exit()).isEqualTo(3);
        assertThat(overview()).contains("from 2026-02-03 to 2026-02-03");
        Console alone = Console.of(
                "history", folder().resolve("x.json"), "-o", temporary.resolve("site"), "--date", "2026-02-04");
        assertThat(alone.exit()).as(alone.err()).isZero();
        assertThat(overview()).contains("from 2026-02-04 to 2026-02-04");
    }

    /**
     * Five old commits measured again after all others: by date their figures come last, and look like a change. The one that is
     * not listed, as of a branch, stands where its date puts it.
     */
    @Test
    void putsCommitsThatWereMeasuredLateOrTwiceWhereTheyBelong() throws IOException {
        List<String> lines = new ArrayList<>(List.of("file,date,commit"));
        List<String> commits = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            commits.add(String.format("%07d%033d subject", run, 0));
            write(run + ".json", run, "org.example.Codec.encode", step(run));
            lines.add(run + ".json," + day(run) + "," + String.format("%07d", run));
        }
        for (int run = 3; run < 8; run++) {
            write("late-" + run + ".json", 100 + run, "org.example.Codec.encode", step(run));
            lines.add("late-" + run + ".json," + day(RUNS + run) + "," + String.format("%07d", run));
        }
        list(lines);
        assertThat(history().out()).contains("SLOWER", "FASTER");
        Path order = Files.write(temporary.resolve("commits"), commits);
        assertThat(history("--commits", order).out())
                .contains("SLOWER", "time on " + day(STEP_AT), "FAIL: 1 change since")
                .doesNotContain("FASTER");
        Path others = Files.write(temporary.resolve("others"), commits.subList(0, RUNS - 1));
        assertThat(history("--commits", others).out())
                .startsWith("Runs: 29\n")
                .contains("SLOWER", "time on " + day(STEP_AT), "FAIL: 1 change since")
                .doesNotContain("FASTER");
    }

    @Test
    void followsARenamedBenchmark() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            String name =
                    run < 4 ? "org.old.Codec.encode" : run < 9 ? "org.example.Codec.encode" : "org.example.Codec.write";
            write(day(run) + ".json", run, name, step(run));
        }
        Console apart = history();
        assertThat(apart.out()).contains("of 3 cells");
        Path renames = file(
                "renames", "# moved", "org.old -> org.example", "org.example.Codec.encode -> org.example.Codec.write");
        Console together = history("--rename", renames);
        assertThat(together.exit()).as(together.err()).isEqualTo(1);
        assertThat(together.out())
                .contains("of 1 cell\n", "time on " + day(STEP_AT) + ": org.example.Codec.write [avgt] size=16");
        assertThat(history("--rename", file("bad", "a = b")).err()).contains("line names no rename", "line=1");
        assertThat(history("--rename", file("part", "org.old.Cod -> org.x")).out())
                .contains("of 3 cells");
    }

    @Test
    void refusesARenameOntoABenchmarkThatIsThere() throws IOException {
        new SyntheticJmh(1)
                .time("org.example.A.a", 1, 10)
                .time("org.example.B.b", 1, 10)
                .writeTo(folder().resolve("2026-01-01.json"));
        Console console = history("--rename", file("renames", "org.example.A.a -> org.example.B.b"));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err())
                .contains(
                        "under its old and its new name: run=2026-01-01.json, benchmark=org.example.B.b [avgt] size=16")
                .hasLineCount(1);
    }

    /** Two machines with one model of a CPU, of which one is slower; the file does not say which it was. */
    @Test
    void keepsMachinesOfTwoSpeedsApartWhereTheListNamesThem() throws IOException {
        List<String> lines = new ArrayList<>(List.of("file,machine"));
        for (int run = 0; run < RUNS; run++) {
            boolean slow = run >= STEP_AT && run % 3 != 0;
            write(day(run) + ".json", run, "org.example.Codec.encode", slow ? 125 : 100);
            lines.add(day(run) + ".json," + (slow ? "slow" : "fast"));
        }
        assertThat(history().exit()).isEqualTo(1);
        list(lines);
        assertThat(history()).satisfies(console -> {
            assertThat(console.exit()).isZero();
            assertThat(console.out()).contains("Changed: 0 of 2 cells");
        });
    }

    @Test
    void takesNoneOfTwoSpeedsThatTakeTurnsForAChange() throws IOException {
        writeDaily("org.example.Codec.encode", run -> new Random(run).nextBoolean() ? 125 : 100);
        assertThat(history().out()).endsWith("PASS: no change since 2020-01-01\n");
    }

    @Test
    void saysThatAMachineIsSeveralWhereItsFactsGoBackAndForth() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            SyntheticJmh json = new SyntheticJmh(run);
            json.row("org.example.Codec.encode", "avgt", "ns/op", 1, 100)
                    .put("jdkVersion", run % 5 < 2 ? "17.0.15" : "21.0.1");
            json.writeTo(folder().resolve(day(run) + ".json"));
        }
        history("--machine", "ci");
        assertThat(overview()).contains("Facts of ci go back and forth");
    }

    /** A cell that was not measured for a while goes on, and one that is gone says so. */
    @Test
    void followsACellThatComesAndGoes() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            SyntheticJmh json = new SyntheticJmh(run).time("org.example.Always.here", 1, 50);
            if (run < 6 || run > 8 && run < 22) {
                json.time("org.example.At.times", 1, step(run));
            }
            if (run < 5) {
                json.time("org.example.Given.up", 1, 70);
            }
            json.writeTo(folder().resolve(day(run) + ".json"));
        }
        assertThat(history().out())
                .contains("Changed: 1 of 3 cells", "time on " + day(STEP_AT) + ": org.example.At.times [avgt] size=16")
                .endsWith("FAIL: 1 change since 2020-01-01\n");
        assertThat(overview().split("not in the last run", -1)).hasSize(3);
    }

    @Test
    void saysOnceThatMostCellsOfAMachineChanged() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            SyntheticJmh json = new SyntheticJmh(run);
            for (int cell = 0; cell < 4; cell++) {
                json.time("org.example.Cell" + cell + ".run", 1, cell == 3 ? 80 : step(run));
            }
            json.writeTo(folder().resolve(day(run) + ".json"));
        }
        history("--machine", "ci");
        assertThat(overview()).contains("3 of 4 cells on ci changed at once on " + day(STEP_AT) + ", by +3");
    }

    @Test
    void goesOnWhereTheUnitOrTheDirectionChanges() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            SyntheticJmh json = new SyntheticJmh(run);
            boolean coarse = run % 2 == 0;
            json.row("org.example.Codec.encode", "thrpt", coarse ? "ops/ms" : "ops/us", 1, coarse ? 10_000 : 10);
            json.writeTo(folder().resolve(day(run) + ".json"));
        }
        assertThat(history().out()).contains("Changed: 0 of 1 cell\n", "PASS");
        assertThat(overview()).containsPattern(">(99|10[01])\\.\\d+ ns<");
    }

    @Test
    void readsAFolderOfOneFileForEveryModuleAsOneRun() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Path modules = folder().resolve(day(run) + "T14-03");
            new SyntheticJmh(run).time("org.example.A.a", 1, step(run)).writeTo(modules.resolve("a.json"));
            new SyntheticJmh(run)
                    .time("org.example.B.b", 1, 10)
                    .writeTo(modules.resolve("b").resolve("b.json"));
        }
        assertThat(history().out()).startsWith("Runs: 24\nChanged: 1 of 2 cells\n");
    }
}
