// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.SyntheticJmh;
import org.nofaultbench.reports.fixture.SyntheticRun;

class CompareTest {

    @TempDir
    Path temporary;

    @Test
    void endsInOneWhereARowIsSlowerAndNamesItFirst() {
        Console console = compare(file("base", 1, 10, 100, 100), file("new", 2, 10, 100, 150));
        assertThat(console.exit()).isEqualTo(1);
        assertThat(console.out()).contains("FAIL: 2 rows compared, 1 SLOWER");
        assertThat(console.out()
                        .lines()
                        .dropWhile(line -> !line.startsWith("row"))
                        .skip(1)
                        .findFirst()
                        .orElseThrow())
                .startsWith("org.example.B1")
                .contains("SLOWER");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"slower, 0.5, 0", "faster, 0.5, 1", "any, 0.5, 1", "none, 2, 0", "ANY, 2, 1", "faster, 2, 0"})
    void failsOnTheChangeThatItIsAskedFor(String change, double by, int exit) {
        Console console = compare(file("base", 1, 10, 100), file("new", 2, 10, 100 * by), "--fail-on", change);
        assertThat(console.exit()).isEqualTo(exit);
    }

    @Test
    void passesWhatIsUndecidedUnlessItIsStrict() {
        Path base = file("base", 1, 10, 100);
        Path next = file("new", 2, 10, 103);
        assertThat(compare(base, next))
                .satisfies(pass -> assertThat(pass.exit()).isZero())
                .satisfies(pass -> assertThat(pass.out()).contains("UNDECIDED, leans", "PASS: 1 row compared"));
        assertThat(compare(base, next, "--strict"))
                .satisfies(open -> assertThat(open.exit()).isEqualTo(3))
                .satisfies(open -> assertThat(open.out()).contains("INCONCLUSIVE: 1 row compared"));
        assertThat(compare(base, next, "--strict", "--margin", "10%").exit()).isZero();
        assertThat(compare(base, next, "--between-runs", "0%", "--margin", "0.1%")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void takesAnInverseForARateSoThatAboveOneIsWorse() {
        Path base = single("base", 3, json -> json.row("org.example.B", "thrpt", "ops/us", 10, 100));
        Path next = single("new", 4, json -> json.row("org.example.B", "thrpt", "ops/us", 10, 50));
        JsonNode row = row(compare(base, next, "--format", "json"));
        assertThat(row.path("ratio").asDouble()).isBetween(1.97, 2.03);
        assertThat(row.path("verdict").asText()).isEqualTo("SLOWER");
        assertThat(row.path("new").path("median").asDouble()).isBetween(49.0, 51.0);
    }

    @ParameterizedTest
    @CsvSource({
        "avgt, ns/op, us/op, 1e3",
        "ss, s/op, ms/op, 1e-3",
        "sample, min/op, s/op, 0.016666666666",
        "avgt, day/op, hr/op," + " 0.041666666666",
        "thrpt, ops/s, ops/ms, 1e-3",
        "thrpt, ops/min, ops/s, 0.016666666666"
    })
    void bringsFiguresIntoOneUnit(String mode, String baseUnit, String nextUnit, double nextInBase) {
        Path base = single("base", 3, json -> json.row("org.example.B", mode, baseUnit, 10, 100));
        double same = mode.equals("thrpt") ? 100 * nextInBase : 100 / nextInBase;
        Path next = single("new", 4, json -> json.row("org.example.B", mode, nextUnit, 10, same));
        assertThat(row(compare(base, next, "--format", "json")).path("ratio").asDouble())
                .isBetween(0.98, 1.02);
    }

    @Test
    void doesNotCompareOtherUnitsOfASecondaryMetric() {
        Path base = single("base", 3, json -> secondary(json, "gc.alloc.rate.norm", "B/op", 5));
        Path next = single("new", 4, json -> secondary(json, "gc.alloc.rate.norm", "MB/op", 5));
        assertThat(compare(base, next, "--secondary", "norm").out()).contains("units differ: B/op and MB/op");
    }

    @Test
    void takesSecondaryMetricsOnlyWhereTheyAreAskedForAlsoUnderTheirOldNames() {
        Path base = single("base", 3, json -> secondary(json, "\u00b7gc.alloc.rate.norm", "B/op", 5));
        Path next = single("new", 4, json -> secondary(json, "gc.alloc.rate.norm", "B/op", 10));
        assertThat(compare(base, next).out()).contains("secondary metrics not compared: gc.alloc.rate.norm");
        assertThat(compare(base, next, "--secondary", "alloc").out())
                .contains("gc.alloc.rate.norm")
                .contains("1 SLOWER");
    }

    @Test
    void doesNotDivideByZero() {
        Path base = single("base", 3, json -> secondary(json, "gc.count", "counts", 0));
        Path next = single("new", 4, json -> secondary(json, "gc.count", "counts", 2));
        assertThat(compare(base, next, "--secondary", "gc").out())
                .contains("base: a figure of 0 or below has no ratio");
        assertThat(compare(next, base, "--secondary", "gc").out())
                .contains("new run: a figure of 0 or below has no ratio");
        assertThat(compare(base, base, "--secondary", "gc").out()).contains("1 row has no figure in any run");
    }

    @Test
    void takesIterationsWhereThereAreFewerThanFiveForks() {
        assertThat(compare(file("b", 1, 2, 100), file("n", 2, 2, 300)).out())
                .contains("SLOWER *", "fewer than 5 forks");
        Path single = single(
                "single",
                1,
                json -> ((ObjectNode) json.row("org.example.B", "avgt", "ns/op", 1, 100)
                                .get("primaryMetric"))
                        .remove("rawData"));
        Console console = compare(single, single);
        assertThat(console.exit()).isEqualTo(3);
        assertThat(console.out()).contains("1 TOO FEW", "fewer than 3 iterations");
    }

    @Test
    void countsAnIterationWithoutANumberAsNotMeasured() throws IOException {
        Path base = file("base", 1, 6, 100);
        Path gaps = temporary.resolve("gaps.json");
        String text = Files.readString(base);
        String first =
                text.substring(text.indexOf("[ [") + 3).strip().split(",")[0].strip();
        for (String none : List.of("NaN", "\"NaN\"", "\"+INF\"")) {
            Files.writeString(
                    gaps, text.replaceFirst(first, none.replace("+", "\\+").replace("\\", "")));
            assertThat(compare(gaps, gaps).out()).contains("some iterations ended without a number", "1 row compared");
        }
    }

    @Test
    void listsRowsThatAreInOneRunOnly() {
        Path base =
                single("base", 1, json -> json.time("org.example.Gone", 10, 5).time("org.example.Stays", 10, 5));
        Path next =
                single("new", 2, json -> json.time("org.example.Stays", 10, 5).time("org.example.Comes", 10, 5));
        Console console = compare(base, next, "--allow-missing");
        assertThat(console.exit()).isZero();
        assertThat(console.out())
                .contains(
                        "Not compared: only in the base: org.example.Gone [avgt] size=16",
                        "Not compared: only in the new run: org.example.Comes [avgt] size=16",
                        "1 row compared");
        assertThat(compare(base, next, "--strict", "--margin", "50%", "--allow-missing")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void refusesOtherSurroundingsUnlessItIsTold() {
        Path base = file("base", 1, 10, 100);
        Path next = single(
                "new",
                2,
                json -> json.row("org.example.B0", "avgt", "ns/op", 10, 100).put("jdkVersion", "21"));
        Console console = compare(base, next);
        assertRefused(console, "jdkVersion=17.0.15 -> 21");
        assertThat(compare(base, next, "--despite-differences")
                        .out()
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElseThrow())
                .startsWith("Differs: jdkVersion: 17.0.15 -> 21");
    }

    @Test
    void refusesABusyMachineUnlessItIsToldAndSaysOfAFailedRunThatItIsOne() throws IOException {
        Path quiet = run("quiet", 1, text -> text, text -> text);
        Path failed = new SyntheticRun(2, 8).writeTo(temporary.resolve("failed"));
        Path busy = run(
                "busy", 2, text -> text, journal -> journal.replaceAll("\"otherBusyMs\":\\d+", "\"otherBusyMs\":700"));
        assertThat(compare(quiet, failed).out())
                .contains("Note: failed: status FAIL 1 fork failed: BufferRead.fresh/guard-jump/4K");
        assertRefused(compare(quiet, busy), "processor time of other programs=0% -> 37%");
        assertThat(compare(quiet, run("other", 3, text -> text, text -> text)).exit())
                .isZero();
        assertThat(compare(quiet, busy, "--despite-differences").exit()).isZero();
    }

    @Test
    void comparesRunFoldersByCellAndFindsWhatBecameSlower() throws IOException {
        Path base = run("base", 1, text -> text, text -> text);
        Path next = run("new", 2, text -> text, CompareTest::slowerGuardJump);
        Console console = compare(base, next, "--only", "GuardCost");
        assertThat(console.exit()).as(console.out() + console.err()).isEqualTo(1);
        assertThat(console.out())
                .containsPattern("GuardCost.beginEnd/guard- +\\S+ +\\S+ ns/op +1\\.\\d+ \\(\\S+\\) +SLOWER");
    }

    /** The cell is half as slow again; the floor is many times what it takes. */
    @ParameterizedTest
    @ValueSource(strings = {"\"marginPercent\" : 50", "\"floorNs\" : 1000"})
    void judgesACellByItsOwnMarginAndFloor(String own) throws IOException {
        String cell = "\"id\" : \"GuardCost.beginEnd/guard-jump\",";
        Path base = run("base", 1, text -> text, text -> text);
        Path next = run("new", 2, text -> text.replace(cell, cell + own + ","), CompareTest::slowerGuardJump);
        Console console = compare(base, next, "--only", "GuardCost", "--format", "json");
        assertThat(console.exit()).as(console.out() + console.err()).isZero();
        for (JsonNode row : tree(console).get("rows")) {
            boolean isOwn = row.get("row").asText().equals("GuardCost.beginEnd/guard-jump");
            assertThat(row.path("marginPercent").asDouble()).isEqualTo(isOwn ? 50 : 0);
            assertThat(row.get("ratio").asDouble() > 1.4).isEqualTo(isOwn);
        }
    }

    @Test
    void doesNotReportAnAcknowledgedChangeAgainButALargerOne() throws IOException {
        Path base = file("base", 1, 10, 100);
        Path next = file("new", 2, 10, 150);
        Path accepted = temporary.resolve("accepted.json");
        Files.writeString(accepted, acknowledged(1.5, "base.json"));
        Console console = compare(base, next, "--acknowledged", accepted);
        assertThat(console.exit()).isZero();
        assertThat(console.out()).contains("SLOWER,  ", " acknowledged\n", "1 SLOWER (1 acknowledged)");
        Files.writeString(accepted, acknowledged(1.2, null));
        assertThat(compare(base, next, "--acknowledged", accepted).exit()).isEqualTo(1);
        Files.writeString(accepted, acknowledged(1.5, "an older base"));
        assertThat(compare(base, next, "--acknowledged", accepted))
                .satisfies(again -> assertThat(again.exit()).isEqualTo(1))
                .satisfies(again -> assertThat(again.out()).contains("acknowledged but not seen"));
        Files.writeString(accepted, acknowledged(0.5, null));
        assertThat(compare(base, next, "--acknowledged", accepted).exit()).isEqualTo(1);
        Files.writeString(accepted, acknowledged(-1, null));
        assertRefused(
                compare(base, next, "--acknowledged", accepted), "ratio must be above 0", "at=/acknowledged/0/ratio");
    }

    @Test
    void comparesWithTheLastRunsOfAFolder() {
        Path folder = temporary.resolve("runs");
        for (int i = 1; i <= 6; i++) {
            new SyntheticJmh(i)
                    .time("org.example.B0", 10, i < 3 ? 50 : 100)
                    .writeTo(folder.resolve("2026-0" + i + ".json"));
        }
        Path next = folder.resolve("2026-07.json");
        new SyntheticJmh(7).time("org.example.B0", 10, 100).writeTo(next);
        Console four = compare(folder, next, "--baseline-last", "4");
        assertThat(four.exit()).isZero();
        assertThat(four.out().lines().filter(line -> line.startsWith("Base: ")))
                .containsExactly(
                        "Base: 2026-03.json", "Base: 2026-04.json", "Base: 2026-05.json", "Base: 2026-06.json");
        assertThat(row(compare(folder, next, "--baseline-last", "4", "--format", "json"))
                        .path("base")
                        .path("forks")
                        .asInt())
                .isEqualTo(40);
        assertRefused(
                compare(folder, folder.resolve("2026-01.json"), "--baseline-last", "4"), "folder has no earlier run");
        assertRefused(compare(folder, next, "--baseline-last", "0"), "'0' is no number from 1 to 50");
    }

    @Test
    void comparesTheNewestOfAFolderWithThoseBeforeIt() throws IOException {
        for (int i = 1; i <= 3; i++) {
            run("all/2026112" + i + "T120000Z-a", i, text -> text, text -> text);
        }
        Path all = temporary.resolve("all");
        assertThat(compare(all, all, "--baseline-last", "9", "--only", "GuardCost")
                        .out())
                .startsWith("Base: 20261121T120000Z-a\nBase: 20261122T120000Z-a\nNew:  20261123T120000Z-a\n");
    }

    @Test
    void hasTheStatusesThatBisectionUnderstands() throws IOException {
        Path base = file("base", 1, 10, 100);
        assertThat(compare(base, file("good", 2, 10, 100), "--bisect").exit()).isZero();
        assertThat(compare(base, file("bad", 2, 10, 200), "--bisect").exit()).isEqualTo(1);
        assertThat(compare(base, file("thin", 2, 1, 105), "--bisect").exit()).isEqualTo(125);
        assertThat(compare(base, file("open", 2, 10, 102), "--bisect", "--strict")
                        .exit())
                .isEqualTo(125);
        assertThat(compare(base, temporary.resolve("no such file"), "--bisect").exit())
                .isEqualTo(125);
        assertThat(compare(base, Files.writeString(temporary.resolve("cut.json"), "[{"), "--bisect")
                        .exit())
                .isEqualTo(125);
        assertThat(compare(temporary.resolve("no such file"), base, "--bisect").exit())
                .isEqualTo(128);
        assertThat(compare(base, base, "--bisect", "--colour").exit()).isEqualTo(128);
        assertThat(compare(base, base, "--bisect", "--write", "json=/proc/nofault/x.json")
                        .exit())
                .isEqualTo(128);
    }

    @Test
    void writesSeveralFormsAtOnce() {
        Path base = file("base", 1, 10, 100);
        Path junit = temporary.resolve("gate.xml");
        Path comment = temporary.resolve("gate.md");
        compare(base, base, "--write", "junit=" + junit, "--write", "markdown=" + comment);
        assertThat(junit).content().startsWith("<?xml");
        assertThat(comment).content().startsWith("### Benchmarks: PASS");
    }

    @Test
    void tellsRowsApartThatDifferInTheirThreadsOnly() {
        Path base = single("base", 1, json -> {
            json.time("org.example.B", 10, 100);
            json.row("org.example.B", "avgt", "ns/op", 10, 300).put("threads", 4);
        });
        assertThat(compare(base, base, "--format", "markdown").out())
                .contains("size=16, threads=1`", "size=16, threads=4`");
        Path twice =
                single("twice", 1, json -> json.time("org.example.B", 10, 100).time("org.example.B", 10, 100));
        assertThat(compare(twice, twice).out())
                .contains("1 row compared", "listed 2 times; repeats count as further forks");
    }

    @Test
    void refusesRunsThatHaveNothingInCommon() {
        Path base = file("base", 1, 10, 100);
        assertRefused(
                compare(base, single("new", 1, json -> json.time("org.example.Other", 10, 1))), "no row in common");
        assertRefused(compare(base, new SyntheticRun(1, 6).writeTo(temporary.resolve("run"))), "runs are of two kinds");
        assertRefused(compare(base, base, "--only", "nothing"), "no row in common");
        assertRefused(compare(base, base, "--only", "("), "--only");
        assertRefused(compare(base, base, "--between-runs", "51%"), "0% to 50%");
        assertRefused(compare(base, base, "--between-forks", "101%"), "0% to 100%");
    }

    @Test
    void refusesMoreForksThanCanBeSortedInTime() {
        Path folder = temporary.resolve("runs");
        file("runs/2026-01", 1, 200, 100);
        file("runs/2026-02", 2, 200, 100);
        Path next = file("new", 3, 200, 100);
        assertThat(compare(folder.resolve("2026-01.json"), next).exit()).isZero();
        assertRefused(compare(folder, next, "--baseline-last", "2"), "more pairs of forks", "base=400", "new=200");
    }

    @Test
    void takesParametersThatAreNullForNone() {
        Path base = single(
                "base",
                1,
                json -> json.row("org.example.B", "avgt", "ns/op", 10, 100).putNull("params"));
        assertThat(row(compare(base, base, "--format", "json")).path("row").asText())
                .isEqualTo("org.example.B [avgt]");
    }

    private static String slowerGuardJump(String journal) {
        return journal.lines()
                .map(line -> {
                    if (!line.contains("\"cell\":\"GuardCost.beginEnd/guard-jump\"")) {
                        return line;
                    }
                    int at = line.indexOf("\"primary\":[") + 11;
                    String values = line.substring(at, line.indexOf(']', at));
                    return line.replace(
                            values,
                            String.join(
                                    ",",
                                    Arrays.stream(values.split(","))
                                            .map(value -> String.valueOf(1.5 * Double.parseDouble(value)))
                                            .toList()));
                })
                .reduce("", (all, line) -> all + line + "\n");
    }

    private Path run(String name, long seed, UnaryOperator<String> manifest, UnaryOperator<String> journal)
            throws IOException {
        Path run = new SyntheticRun(seed, 8).writeTo(temporary.resolve(name));
        Path file = run.resolve("manifest.json");
        Files.writeString(file, manifest.apply(Files.readString(file).replace("\"FAIL\"", "\"OK\"")));
        Files.writeString(run.resolve("rounds.jsonl"), journal.apply(Files.readString(run.resolve("rounds.jsonl"))));
        return run;
    }

    private static void secondary(SyntheticJmh json, String name, String unit, double of) {
        ObjectNode entry = json.row("org.example.B", "avgt", "ns/op", 6, 100);
        ObjectNode metric = ((ObjectNode) entry.get("secondaryMetrics")).putObject(name);
        metric.put("score", of).put("scoreUnit", unit);
        for (int fork = 0; fork < 6; fork++) {
            metric.withArray("rawData").addArray().add(of * (1 + 0.001 * fork));
        }
    }

    private static String acknowledged(double ratio, String base) {
        String of = base == null ? "null" : "\"" + base + "\"";
        return "{\"schemaVersion\": 1, \"acknowledged\": [{\"row\": \"org.example.B0 [avgt] size=16\", \"ratio\": "
                + ratio + ", \"base\": " + of + ", \"because\": \"checks the seals\"}]}";
    }

    private static void assertRefused(Console console, String... expected) {
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).contains(expected).contains("; ");
        assertThat(console.out()).isEmpty();
    }

    private Path file(String name, long seed, int forks, double... nanoseconds) {
        SyntheticJmh json = new SyntheticJmh(seed);
        for (int i = 0; i < nanoseconds.length; i++) {
            json.time("org.example.B" + i, forks, nanoseconds[i]);
        }
        return json.writeTo(temporary.resolve(name + ".json"));
    }

    private Path single(String name, long seed, Consumer<SyntheticJmh> rows) {
        SyntheticJmh json = new SyntheticJmh(seed);
        rows.accept(json);
        return json.writeTo(temporary.resolve(name + ".json"));
    }

    static Console compare(Object base, Object next, Object... options) {
        List<Object> words = new ArrayList<>(List.of("compare", base, next));
        words.addAll(Arrays.asList(options));
        return Console.of(words.toArray());
    }

    static JsonNode tree(Console console) {
        try {
            return SyntheticRun.json().readTree(console.out());
        } catch (IOException e) {
            throw new AssertionError(console.err() + console.out(), e);
        }
    }

    private static JsonNode row(Console console) {
        return tree(console).path("rows").path(0);
    }
}
