// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.RunWriter;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.SequentialTest;
import org.nofaultbench.reports.stats.Verdict;
import org.openjdk.jmh.runner.RunnerException;

/** Forks whose true ratios are known, on a clock that only they move. */
class UntilDecidedTest {

    private static final Plan PLAN = Plan.ofPreset(
            Preset.STANDARD,
            NofaultLibrary.load().strategies(),
            id -> id.matches("BufferRead.warm/(unguarded-shared|guard-pool|copy-pread)/1080p")
                    || id.matches("TruncationRecovery.recovery/(guard-pool|guard-jump)/1080p/1page"));
    private static final String EQUAL = "BufferRead.warm/guard-pool/1080p";
    private static final String SLOW = "BufferRead.warm/copy-pread/1080p";
    private static final String RECOVERY = "TruncationRecovery.recovery/guard-jump/1080p/1page";

    @TempDir
    Path folder;

    private RunWriter runFolder;
    private final Random random = new Random(5);
    private final List<String> measured = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private double noise = 0.001;
    private Duration forkTime = Duration.ofMillis(100);
    private String failing = "";

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(printed, true, UTF_8), false, clock, Preset.QUICK.budget());

    @BeforeEach
    void makeTheFolder() {
        runFolder = RunWriter.create(folder, Instant.EPOCH, "m", "k", "c");
    }

    private Map<String, List<Double>> pair(Cell cell, Path latencies) throws RunnerException {
        measured.add("pair " + cell.id());
        now = now.plus(forkTime);
        double ratio = (cell.id().equals(SLOW) ? 8 : 1) * Math.exp(noise * random.nextGaussian());
        return Map.of("primary", List.of(1000 * ratio), "baselineNs", List.of(1000.0));
    }

    private Map<String, List<Double>> alone(Cell cell, Path latencies) throws RunnerException {
        measured.add("fork " + cell.id());
        now = now.plus(forkTime);
        if (cell.id().equals(failing)) {
            throw new RunnerException("it failed");
        }
        double ns = (cell.id().equals(RECOVERY) ? 20 : 2000) * Math.exp(noise * random.nextGaussian());
        return Map.of("primary", List.of(2 * ns), "recoveryNs", List.of(ns));
    }

    private Decisions run(Duration limit) throws IOException {
        try (JournalWriter journal = JournalWriter.open(folder.resolve("rounds.jsonl"))) {
            List<PendingComparison> rows = PLAN.comparisons().entrySet().stream()
                    .map(row -> PendingComparison.between(row.getKey(), row.getValue()))
                    .toList();
            ForkRecorder recorder =
                    new ForkRecorder(runFolder, journal, new NoiseMeter(new KernelFiles(folder)), progress, clock);
            return new UntilDecided(rows, this::pair, this::alone, recorder, progress, Margin.DEFAULT, 0, limit).run(1);
        }
    }

    private List<ForkRecord> journal() throws IOException {
        try (JournalWriter journal = JournalWriter.open(folder.resolve("rounds.jsonl"))) {
            return journal.records();
        }
    }

    private static Decisions.Row row(Decisions decisions, String cell) {
        return decisions.rows().stream()
                .filter(row -> row.cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decidesWhatIsClearAtTheFirstLook() throws IOException {
        Decisions decisions = run(Duration.ofMinutes(5));

        assertThat(row(decisions, EQUAL).judgement().verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(row(decisions, SLOW).judgement().verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(row(decisions, RECOVERY).judgement().verdict()).isEqualTo(Verdict.FASTER);
        assertThat(decisions.looks()).containsExactly(SequentialTest.nextLook(0));
        assertThat(decisions.rows()).allSatisfy(row -> assertThat(row.forks()).isEqualTo(SequentialTest.nextLook(0)));
    }

    @Test
    void measuresBothSidesInOneProcessWhereItCanAndFirst() throws IOException {
        run(Duration.ofMinutes(5));

        int first = SequentialTest.nextLook(0);
        assertThat(measured.subList(0, 2 * first)).allMatch(fork -> fork.startsWith("pair BufferRead.warm/"));
        assertThat(measured.subList(2 * first, 4 * first)).allMatch(fork -> fork.startsWith("fork TruncationRecovery"));
        assertThat(journal()).filteredOn(ForkRecord::inOneProcess).hasSize(2 * first);
    }

    @Test
    void spendsMoreRoundsOnlyOnWhatIsOpen() throws IOException {
        noise = 0.02;
        Decisions decisions = run(Duration.ofSeconds(20));

        int first = SequentialTest.nextLook(0);
        assertThat(row(decisions, SLOW).forks()).isEqualTo(first);
        assertThat(row(decisions, EQUAL).forks()).isGreaterThan(first);
        assertThat(row(decisions, EQUAL).judgement().verdict()).isNotIn(Verdict.FASTER, Verdict.SLOWER);
        assertThat(decisions.looks()).startsWith(first, SequentialTest.nextLook(first));
    }

    @Test
    void stopsWhenTheTimeIsUpAndSaysThatTheRoundsWereTooFew() throws IOException {
        Decisions decisions = run(Duration.ofMillis(900));

        assertThat(measured).hasSizeLessThanOrEqualTo(12);
        assertThat(row(decisions, EQUAL).judgement().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(decisions.decided()).isZero();
    }

    @Test
    void countsTheForksOfEachPartByThemselves() throws IOException {
        run(Duration.ofMillis(900));
        int before = measured.size();
        run(Duration.ofMinutes(5));

        assertThat(printed.toString(UTF_8)).contains(before + " forks in", (measured.size() - before) + " forks in");
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        run(Duration.ofMillis(900));
        int before = measured.size();
        Decisions decisions = run(Duration.ofMinutes(5));

        assertThat(journal()).hasSize(measured.size());
        assertThat(measured).hasSizeGreaterThan(before);
        assertThat(decisions.decided()).isEqualTo(3);
        assertThat(decisions.rows()).allSatisfy(row -> assertThat(row.forks()).isEqualTo(SequentialTest.nextLook(0)));
    }

    @Test
    void givesUpTheRowOfAForkThatFailed() throws IOException {
        failing = RECOVERY;
        Decisions decisions = run(Duration.ofMinutes(5));

        assertThat(measured).filteredOn(("fork " + RECOVERY)::equals).hasSize(1);
        assertThat(decisions.decided()).isEqualTo(2);
    }
}
