// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Verdict;

/** Comparing with another build; a library stands in for it, since tests have no second jar. */
class BuildComparisonIT {

    private static final Plan PLAN = Plan.ofPreset(Preset.STANDARD, List.of(), id -> id.contains("empty"));

    @TempDir
    Path directory;

    private record Ended(int status, String out, String err) {}

    private Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path runFolder() throws IOException {
        try (Stream<Path> folders = Files.list(directory.resolve("results"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static ForkRecord fork(int round, String cell, double ns) {
        return ForkRecordBuilder.builder()
                .position(1)
                .round(round)
                .cell(cell)
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(500)
                .samples(Map.of("primary", List.of(ns)))
                .build();
    }

    private static BuildComparison comparison(int rounds, double ratio) {
        return comparison(rounds, ratio, Margin.DEFAULT);
    }

    private static BuildComparison comparison(int rounds, double ratio, Margin margin) {
        List<ForkRecord> journal = IntStream.rangeClosed(1, rounds)
                .boxed()
                .flatMap(round -> Stream.of(
                        fork(round, "CallOverhead.emptyDirect/base", 10 + round % 3),
                        fork(round, "CallOverhead.emptyDirect/new", (10 + round % 3) * (ratio + 1e-4 * (round % 5)))))
                .toList();
        return BuildComparison.judge(PLAN.forTwoBuilds(), journal, margin);
    }

    @Test
    void runsACellAndItsTwinOneAfterTheOtherInEitherOrder() {
        List<List<String>> rounds = IntStream.rangeClosed(1, 20)
                .mapToObj(round -> PLAN.forTwoBuilds().order(7, round).stream()
                        .map(cell -> cell.id())
                        .toList())
                .toList();

        assertThat(rounds).allSatisfy(order -> {
            assertThat(order).hasSize(4).doesNotHaveDuplicates();
            assertThat(order.get(0).replaceAll("/[a-z]+$", ""))
                    .isEqualTo(order.get(1).replaceAll("/[a-z]+$", ""));
        });
        assertThat(rounds)
                .extracting(order -> order.get(0))
                .contains(
                        "CallOverhead.emptyDirect/new",
                        "CallOverhead.emptyDirect/base",
                        "CallOverhead.emptyInterface/new",
                        "CallOverhead.emptyInterface/base");
    }

    @Test
    void comparesEveryCellWithItsTwinAndWithNothingElse() {
        assertThat(PLAN.forTwoBuilds().entries("ns/op"))
                .extracting(CellEntry::id, CellEntry::baseline)
                .containsExactly(
                        tuple("CallOverhead.emptyDirect/new", "CallOverhead.emptyDirect/base"),
                        tuple("CallOverhead.emptyDirect/base", null),
                        tuple("CallOverhead.emptyInterface/new", "CallOverhead.emptyInterface/base"),
                        tuple("CallOverhead.emptyInterface/base", null));
    }

    @Test
    void findsTheSlowDownAndTheEqualAndIsSilentOnTooFew() {
        assertThat(comparison(9, 1.02).count(Verdict.SLOWER)).isOne();
        assertThat(comparison(9, 0.98).count(Verdict.FASTER)).isOne();
        assertThat(comparison(9, 1).count(Verdict.EQUIVALENT)).isOne();
        assertThat(comparison(5, 1.02).decidesAnything()).isFalse();
        assertThat(comparison(4, 2).count(Verdict.SLOWER)).isOne();
        assertThat(comparison(2, 2).decidesAnything()).isFalse();
        assertThat(comparison(9, 1.02).decidesAnything()).isTrue();
    }

    @Test
    void takesTheUsersMarginWhereTheBenchmarkHasNone() {
        assertThat(comparison(9, 1.02, new Margin(new Percent(3))).count(Verdict.EQUIVALENT))
                .isOne();
    }

    @Test
    void takesADifferenceBelowTheFloorOfABenchmarkForNone() {
        Plan guardCost = Plan.ofPreset(
                        Preset.QUICK,
                        NofaultLibrary.load().strategies(),
                        id -> id.equals("GuardCost.beginEnd/guard-pool"))
                .forTwoBuilds();
        List<ForkRecord> journal = IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(round -> Stream.of(
                        fork(round, "GuardCost.beginEnd/guard-pool/base", 1.7),
                        fork(round, "GuardCost.beginEnd/guard-pool/new", 1.8)))
                .toList();
        assertThat(BuildComparison.judge(guardCost, journal, Margin.DEFAULT).count(Verdict.EQUIVALENT))
                .isOne();
    }

    @Test
    void measuresBothBuildsInOneRunAndSaysThatOneRoundDecidesNothing() throws IOException {
        Ended ended = run(
                "run",
                "smoke",
                "--only",
                "guard-pool($|/1080p/copy$)",
                "--against-library",
                NofaultLibrary.load().file().toString(),
                "--results",
                directory.resolve("results").toString());

        assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(125);
        assertThat(ended.err()).startsWith("too few rounds to decide anything").hasLineCount(1);
        Path folder = runFolder();
        Manifest manifest = RunReader.read(new RunFolder(folder)).manifest();
        assertThat(manifest.against()).isNotNull();
        assertThat(manifest.against().librarySha256())
                .isEqualTo(manifest.suite().librarySha256());
        try (JournalWriter journal = JournalWriter.open(folder.resolve("rounds.jsonl"))) {
            assertThat(ForkSelection.counting(journal.records()))
                    .allSatisfy(fork -> assertThat(fork.error()).isNull())
                    .extracting(ForkRecord::cell)
                    .containsExactlyInAnyOrder(
                            "StagedRead.rows/guard-pool/1080p/copy/new", "StagedRead.rows/guard-pool/1080p/copy/base",
                            "GuardCost.beginEnd/guard-pool/new", "GuardCost.beginEnd/guard-pool/base");
        }
        assertThat(Files.readString(folder.resolve("jmh.json"))).contains("\"build\" : \"base\"");
    }

    @Test
    void cannotTestWhatIsNoBuild() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
        Ended jar = run("run", "smoke", "--only", "beginEnd/guard-pool", "--against", text.toString());
        Ended library = run("run", "smoke", "--only", "beginEnd/guard-pool", "--against-library", text.toString());
        Ended missing = run(
                "run",
                "smoke",
                "--only",
                "beginEnd/guard-pool",
                "--against",
                directory.resolve("none.jar").toString());

        assertThat(Stream.of(jar, library, missing)).allSatisfy(ended -> {
            assertThat(ended.status()).isEqualTo(125);
            assertThat(ended.err()).hasLineCount(1);
        });
        assertThat(jar.err()).startsWith("the other build cannot be read: jar=");
        assertThat(library.err()).startsWith("the other build cannot be started: ");
    }

    @Test
    void refusesTwoOtherBuilds() {
        assertThat(run("run", "smoke", "--against", "a.jar", "--against-library", "b.so")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void namesTheFirstCellThatTheOtherBuildLacks() throws IOException {
        BuildUnderTest.AvailableCells old = BuildUnderTest.AvailableCells.parse(List.of(
                "Strategies",
                "  guard-pool   guard  words",
                "  udmabuf  sealed  words",
                "                SKIPPED: /dev/udmabuf",
                "Workloads",
                "  GuardCost.beginEnd   primary",
                "  BufferRead.warm   primary    16KiB, 1080p"));
        Plan plan = Plan.ofPreset(Preset.STANDARD, NofaultLibrary.load().strategies(), id -> true);

        old.checkThatItHas(plan.cell("GuardCost.beginEnd/guard-pool"));
        old.checkThatItHas(plan.cell("BufferRead.warm/guard-pool/1080p"));
        Map.of(
                        "BufferRead.warm/guard-pool/4K",
                        "parameters=4K",
                        "BufferRead.warm/udmabuf/1080p",
                        "strategy=udmabuf",
                        "GuardCost.beginEnd/sealed",
                        "strategy=sealed",
                        "BufferRead.fresh/guard-pool/1080p",
                        "workload=BufferRead.fresh")
                .forEach((cell, lacking) -> assertThat(catchThrowable(() -> old.checkThatItHas(plan.cell(cell))))
                        .as(cell)
                        .hasMessageContaining(lacking));
    }
}
