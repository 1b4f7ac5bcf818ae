// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.verify.FakeProgram;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Margin;

/** Real runs with real forks, of as few cells as answer the question. */
class RunIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIME_LIMIT_S = 120;
    private static final String FEW = "GuardCost.beginEnd/(sealed|guard-pool|unguarded-shared)$";
    private static final String ONE = "GuardCost.beginEnd/unguarded-shared$";

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
        try (Stream<Path> folders = Files.list(results())) {
            return folders.filter(folder -> !folder.endsWith("proofs"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private Path results() {
        return directory.resolve("results with a space");
    }

    private static Manifest manifest(Path folder) throws IOException {
        return RunReader.read(new RunFolder(folder)).manifest();
    }

    /** Without what a busy machine had repeated. */
    private static List<ForkRecord> journal(Path folder) throws IOException {
        return ForkSelection.counting(journalIn(folder.resolve("rounds.jsonl")));
    }

    private static List<ForkRecord> journalIn(Path file) throws IOException {
        try (JournalWriter journal = JournalWriter.open(file)) {
            return journal.records();
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkJvm.accessArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output.txt"));
    }

    private int statusOf(Process process) throws InterruptedException {
        assertThat(process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS))
                .as("ended in time")
                .isTrue();
        return process.exitValue();
    }

    /** What is compared in C takes turns; of that, what C times by itself has no fork of JMH's. */
    @Test
    void measuresFiguresAndThenComparisonsIntoAWholeRunFolder() throws IOException {
        Ended ended = run(
                "run",
                "smoke",
                "--seed",
                "5",
                "--machine",
                "Test Machine",
                "--only",
                "/(guard-pool|unguarded-shared)($|/1080p(/copy|/100%)?$)",
                "--results",
                results().toString());

        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        Path folder = runFolder();
        assertThat(ended.out()).endsWith("Run: " + folder.toAbsolutePath() + "\n");
        assertThat(folder.getFileName().toString()).matches("\\d{8}T\\d{6}Z-test_machine-[^-]+-[^-]+");
        assertThat(manifest(folder).status()).isEqualTo(RunStatus.OK);
        assertThat(manifest(folder).seed()).isEqualTo(5);
        List<ForkRecord> forks = journal(folder);
        assertThat(forks).allSatisfy(fork -> {
            assertThat(fork.error()).isNull();
            assertThat(fork.samples().values())
                    .allSatisfy(values -> assertThat(values).isNotEmpty());
            assertThat(fork.noise().involuntarySwitches()).isNotNull();
        });
        assertThat(forks)
                .filteredOn(ForkRecord::measuredByJmh)
                .extracting(ForkRecord::cell)
                .containsExactlyInAnyOrder(
                        "GuardCost.beginEnd/guard-pool", "GuardCost.beginEnd/unguarded-shared",
                        "StagedRead.rows/guard-pool/1080p/copy", "StagedRead.rows/unguarded-shared/1080p/copy",
                        "ReadLatency.warm/guard-pool/1080p", "ReadLatency.warm/unguarded-shared/1080p",
                        "TruncationRecovery.recovery/guard-pool/1080p/100%", "HostileClient.attacked/guard-pool/1080p");
        assertThat(forks)
                .filteredOn(ForkRecord::inOneProcess)
                .extracting(ForkRecord::cell)
                .containsExactlyInAnyOrder(
                        "GuardCost.beginEnd/guard-pool",
                        "StagedRead.rows/guard-pool/1080p/copy",
                        "ReadLatency.warm/guard-pool/1080p",
                        "BufferRead.fresh/guard-pool/1080p");
        assertThat(forks)
                .filteredOn(fork -> fork.cell().startsWith("TruncationRecovery"))
                .singleElement()
                .satisfies(fork -> assertThat(fork.samples().get("faults")).containsExactly(1.0));
        assertThat(Files.readString(folder.resolve("latency.hlog")))
                .contains("Tag=TruncationRecovery.recovery/guard-pool/1080p/100%,", "Tag=ReadLatency.warm/");
        JsonNode jmh = JSON.readTree(folder.resolve("jmh.json").toFile());
        assertThat(jmh).hasSize(8);
        Environment environment = RunReader.read(new RunFolder(folder)).environment();
        assertThat(environment.after()).isNotNull();
        assertThat(environment.selfComparisons())
                .extracting(SelfComparison::size)
                .containsExactly("16KiB", "1080p");
        assertThat(environment.jvm().forkArguments()).noneMatch(argument -> argument.contains("/"));
        assertThatItKeepsToTheSchemas(folder);
    }

    /** Of each kind that only C times, with two strategies that both recover. */
    @Test
    void comparesWhatCTimesWithoutForksOfJmh() throws IOException {
        Ended ended = run(
                "run",
                "smoke",
                "--only",
                "(TruncationRecovery|HostileClient).*/(guard-pool|guard-jump)/",
                "--results",
                results().toString());

        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        assertThat(journal(runFolder()))
                .allMatch(ForkRecord::inOneProcess)
                .extracting(ForkRecord::cell)
                .containsExactlyInAnyOrder(
                        "TruncationRecovery.recovery/guard-jump/1080p/100%", "HostileClient.attacked/guard-jump/1080p");
        assertThatItKeepsToTheSchemas(runFolder());
    }

    private static void assertThatItKeepsToTheSchemas(Path folder) throws IOException {
        for (String document : List.of("manifest", "environment")) {
            JsonNode json = JSON.readTree(folder.resolve(document + ".json").toFile());
            assertThat(schema(document).validate(json)).as(document).isEmpty();
        }
        for (String line : Files.readAllLines(folder.resolve("rounds.jsonl"))) {
            assertThat(schema("round").validate(JSON.readTree(line))).as(line).isEmpty();
        }
    }

    private static Schema schema(String name) throws IOException {
        Path file = Path.of("..", "results", "schema", name + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
    }

    @Test
    void embedsTheProofThatWasMadeForItsLibraryOnItsKernel() throws IOException {
        assumeTrue(KernelFiles.ofThisMachine().kernelBuildId().isPresent(), "this kernel shows no build id");
        String[] command = {
            "run", "smoke", "--prove", "--only", ONE, "--results", results().toString()
        };
        Ended proving;
        try (FakeProgram program = FakeProgram.printing(
                1,
                "1..3",
                "ok 1 guard-pool writable: yes",
                "not ok 2 guard-pool tells-loss: no - declared yes: lost=0",
                "ok 3 sealed survives-attacker # SKIP sealed")) {
            proving = run(command);
        }
        assertThat(proving.status()).as(proving.err()).isZero();
        assertThat(proving.out())
                .containsPattern("verify: 3 cases, 1 not ok, 1 skipped \\(proofs/[0-9a-f-]+\\.json\\)\n");
        Manifest manifest = manifest(runFolder());
        assertThat(manifest.status()).isEqualTo(RunStatus.OK);
        assertThat(manifest.proof().cases()).isEqualTo(3);
        assertThat(manifest.proof().notOk()).isEqualTo(1);
        assertThat(manifest.proof().librarySha256()).isEqualTo(manifest.suite().librarySha256());
        assertThat(proven(manifest, "guard-pool"))
                .containsExactly(
                        Map.entry("writable", new Observation(true, Observed.YES, null)),
                        Map.entry("tells-loss", new Observation(true, Observed.NO, "declared yes: lost=0")));
        assertThat(proven(manifest, "sealed")).containsValue(new Observation(null, Observed.SKIPPED, "sealed"));
        assertThat(proven(manifest, "copy-pread")).isNull();
        assertThatItKeepsToTheSchemas(runFolder());

        try (FakeProgram program = FakeProgram.missing()) {
            assertThat(run(with(command, "--machine", "z")).out())
                    .contains("verify: 3 cases, 1 not ok, 1 skipped (proofs/");
        }
        assertThat(manifest(runFolder()).proof()).isEqualTo(manifest.proof());
    }

    @Test
    void measuresWithoutAProofWhereNothingCanBeProven() throws IOException {
        try (FakeProgram program = FakeProgram.script("echo 1..3", "kill -KILL $$")) {
            Ended ended = run(
                    "run",
                    "smoke",
                    "--prove",
                    "--only",
                    ONE,
                    "--results",
                    results().toString());
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains("verify: nothing is proven: nofault-verify ended in the middle: signal=9, finished=0,"
                            + " of=3");
        }
        assertThat(manifest(runFolder()).proof()).isNull();
        assertThat(manifest(runFolder()).strategies()).allMatch(strategy -> strategy.proven() == null);
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private static Map<String, Observation> proven(Manifest manifest, String strategy) {
        return manifest.strategies().stream()
                .filter(entry -> entry.id().equals(strategy))
                .findFirst()
                .orElseThrow()
                .proven();
    }

    @Test
    void losesNoFinishedForkWhenItIsKilledAndGoesOnWhereItWas() throws Exception {
        Process process = start(
                command("run", "smoke", "--only", FEW, "--results", results().toString()));
        while (process.isAlive() && !(Files.exists(results()) && journalledForks() >= 2)) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        Path folder = runFolder();
        List<ForkRecord> kept = journalIn(folder.resolve("rounds.jsonl"));
        assertThat(kept).hasSizeGreaterThanOrEqualTo(2);
        assertThat(manifest(folder).status()).isEqualTo(RunStatus.UNFINISHED);

        Ended resumed = run("run", "smoke", "--only", FEW, "--resume", folder.toString());

        assertThat(resumed.status()).as(resumed.out() + resumed.err()).isZero();
        assertThat(manifest(folder).status()).isEqualTo(RunStatus.OK);
        assertThat(journalIn(folder.resolve("rounds.jsonl"))).startsWith(kept.toArray(ForkRecord[]::new));
        assertThat(journal(folder))
                .extracting(ForkRecord::cell, ForkRecord::inOneProcess)
                .containsExactlyInAnyOrder(
                        tuple("GuardCost.beginEnd/unguarded-shared", false),
                        tuple("GuardCost.beginEnd/guard-pool", false),
                        tuple("GuardCost.beginEnd/sealed", false),
                        tuple("GuardCost.beginEnd/guard-pool", true),
                        tuple("GuardCost.beginEnd/sealed", true));
    }

    private int journalledForks() throws IOException {
        try (Stream<Path> folders = Files.list(results())) {
            Path journal = folders.findFirst()
                    .map(folder -> folder.resolve("rounds.jsonl"))
                    .orElse(results());
            return Files.isRegularFile(journal) ? Files.readAllLines(journal).size() : 0;
        }
    }

    @Test
    void saysHowToGoOnWhenItIsStopped() throws Exception {
        Process process = start(
                command("run", "smoke", "--only", FEW, "--results", results().toString()));
        while (process.isAlive() && !(Files.exists(results()) && journalledForks() >= 1)) {
            Thread.sleep(20);
        }
        process.destroy();
        process.waitFor();

        assertThat(output())
                .contains("stopped;", "To go on:", "--resume \"" + runFolder().toAbsolutePath() + "\"");
        assertThat(runFolder().resolve("jmh.json")).exists();
    }

    @Test
    void refusesToGoOnWithOtherCells() throws IOException {
        run("run", "smoke", "--only", ONE, "--results", results().toString());

        Ended ended = run(
                "run",
                "smoke",
                "--only",
                "GuardCost.beginEnd/guard-pool$",
                "--resume",
                runFolder().toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("cannot resume, the run was made otherwise: cells differ; start a new run\n");
    }

    /** Forks of loops in Java have the second compiler, and every figure of theirs is checked as those in C are. */
    @Test
    void measuresTheLoopsInJavaAgainstTheirOwnControl() throws IOException {
        RunExecutor.Outcome outcome =
                oneRoundOfStandard("(BufferRead.warm/jvm-.*/1080p|(fresh|beginEnd)/jvm-|recovery/jvm-.*/100%)");

        assertThat(outcome.reasons()).isEmpty();
        assertThat(journal(runFolder()))
                .extracting(ForkRecord::cell)
                .containsExactlyInAnyOrder(
                        "BufferRead.warm/jvm-mapped/1080p",
                        "BufferRead.warm/jvm-heap/1080p",
                        "BufferRead.fresh/jvm-mapped/1080p",
                        "GuardCost.beginEnd/jvm-mapped",
                        "GuardCost.beginEnd/jvm-heap",
                        "TruncationRecovery.recovery/jvm-mapped/1080p/100%");
        assertThat(journal(runFolder()))
                .allSatisfy(fork -> assertThat(fork.error()).isNull());
        assertThat(journal(runFolder()))
                .filteredOn(fork -> fork.cell().startsWith("TruncationRecovery"))
                .singleElement()
                .satisfies(fork -> assertThat(fork.samples().get("recoveryNs"))
                        .isNotEmpty()
                        .allMatch(ns -> ns > 0));
        assertThat(manifest(runFolder()).cells())
                .filteredOn(CellEntry::skipped)
                .extracting(CellEntry::id)
                .contains("BufferRead.fresh/jvm-heap/1080p", "TruncationRecovery.recovery/jvm-heap/1080p/100%");
        assertThat(Files.readString(runFolder().resolve("jmh.json"))).doesNotContain("TieredStopAtLevel");
        assertThat(Files.readAllLines(runFolder().resolve("forks.log")))
                .filteredOn(line -> line.startsWith("# VM options") && line.contains("TieredStopAtLevel"))
                .as("the fork that makes the class archive and no other")
                .hasSizeLessThanOrEqualTo(1);
    }

    private RunExecutor.Outcome oneRoundOfStandard(String only) {
        RunRequest request = new RunRequest(
                Preset.STANDARD,
                new Budget(1, 1, Duration.ZERO),
                results(),
                1,
                Optional.empty(),
                Optional.of(Pattern.compile(only)),
                Optional.empty(),
                false,
                Margin.DEFAULT,
                Optional.empty(),
                "run standard");
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true);
        return new RunExecutor(request, NofaultLibrary.load(), Optional::empty, out, false, Clock.systemUTC())
                .execute();
    }

    /** Mounts a small file system of its own, which needs no root where user namespaces are allowed. */
    private List<String> onSmallDisk(String script, List<String> command) throws Exception {
        assumeTrue(
                new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt")
                                .start()
                                .waitFor()
                        == 0,
                "no private mount namespace can be had here");
        Files.createDirectories(results());
        List<String> whole = new ArrayList<>(
                List.of("unshare", "-Urm", "sh", "-c", script, results().toString()));
        whole.addAll(command);
        return whole;
    }

    @Test
    void reportsAFullDiskBeforeTheFirstFork() throws Exception {
        List<String> command = onSmallDisk(
                "mount -t tmpfs -o size=1m none \"$0\" && exec \"$@\"",
                command("run", "smoke", "--only", FEW, "--results", results().toString()));

        assertThat(statusOf(start(command))).isEqualTo(2);
        assertThat(output())
                .startsWith("cannot write results, the disk is full: folder=")
                .hasLineCount(1);
    }

    @Test
    void keepsWhatItHasWrittenWhenTheDiskFillsUpLater() throws Exception {
        String fillUpAfterTheFirstFork = "mount -t tmpfs -o size=70m none \"$0\" || exit 77; "
                + "(until grep -qs cell \"$0\"/*/rounds.jsonl; do sleep 0.05; done;"
                + " dd if=/dev/zero of=\"$0\"/fill bs=1M 2>/dev/null) & "
                + "\"$@\"; status=$?; cp \"$0\"/*/rounds.jsonl kept.jsonl; exit $status";
        List<String> command = onSmallDisk(
                fillUpAfterTheFirstFork,
                command(
                        "run",
                        "smoke",
                        "--only",
                        "BufferRead.fresh",
                        "--results",
                        results().toString()));

        assertThat(statusOf(start(command))).isEqualTo(1);
        assertThat(output()).contains("the run stopped, what was measured is kept: reason=No space left on device");
        assertThat(journalIn(directory.resolve("kept.jsonl"))).isNotEmpty();
    }
}
