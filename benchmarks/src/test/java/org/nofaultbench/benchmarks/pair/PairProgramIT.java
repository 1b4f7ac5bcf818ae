// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.reports.stats.Percent;

/** The real program, and scripts in its place. */
class PairProgramIT {

    private static final long POOL_BYTES = 1 << 18;
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Region ROWS = new Region(4100, 516, 7, 1028, 16, 12300);

    private static final String HEAD = "nofault-pair 1 a=guard-pool b=guard-pool seed=1 slowdown_ppm=0";
    private static final String CYCLE = "cycle ABBA 2.000000 1.000000 3.000000 4.000000";
    private static final String END = "end cycles=3 involuntary_switches=7 major_faults=0 slowdown_turns=0";

    @TempDir
    Path directory;

    private static PairSpec spec(String candidate, Region region, ReadLoop kernel) {
        return new PairSpec(
                candidate,
                "unguarded-shared",
                new PairMeasurement(PairMeasurement.Kind.READ, region, POOL_BYTES, kernel));
    }

    private static PairFork real(PairSpec spec) throws IOException {
        return new PairProgram(NofaultLibrary.load().program(NativeFiles.Program.PAIR), SHORT).measure(spec, 1);
    }

    private PairFork script(PairSpec spec, String... lines) throws IOException {
        Path program = directory.resolve("nofault-pair");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new PairProgram(program, SHORT).measure(spec, 1);
    }

    private PairFork printing(String... lines) throws IOException {
        return script(spec("guard-pool", ROWS, ReadLoop.SUM), "cat <<'END'", String.join("\n", lines), "END");
    }

    @Test
    void measuresAForkWithTheRealProgram() throws IOException {
        PairFork fork = real(spec("guard-pool", Region.whole(POOL_BYTES), ReadLoop.SUM));

        assertThat(fork.blocks()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(fork.candidateNs()).isPositive();
        assertThat(fork.baselineNs()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReadLoop.class,
            names = {"SUM", "COPY", "COPY_STREAM", "MEMCPY", "BLEND"})
    void readsRectanglesWithEveryKernel(ReadLoop kernel) throws IOException {
        if (kernel.skipReason(NofaultLibrary.load()).isEmpty()) {
            assertThat(real(spec("copy-pread", ROWS, kernel)).baselineNs()).isPositive();
        }
    }

    @Test
    void measuresBeginAndEndAroundNothing() throws IOException {
        PairFork fork = real(spec("guard-list", Region.nothing(), ReadLoop.SUM));

        // Two system calls beside nothing at all.
        assertThat(fork.ratio()).isGreaterThan(2);
    }

    private static PairSpec slowerThanItself(Region region, double percent) {
        PairSpec spec = new PairSpec(
                "guard-pool",
                "guard-pool",
                new PairMeasurement(PairMeasurement.Kind.READ, region, POOL_BYTES, ReadLoop.SUM));
        return new PairSpec(spec.candidate(), spec.baseline(), spec.measurement(), new Percent(percent));
    }

    @Test
    void plantsASlowDownThatIsSeen() throws IOException {
        assertThat(real(slowerThanItself(Region.whole(POOL_BYTES), 100)).ratio())
                .isBetween(1.5, 2.5);
    }

    @Test
    void refusesAStrategyThatIsNotThereAsTheUsersError() {
        assertThatThrownBy(() -> real(spec("guard-poll", ROWS, ReadLoop.SUM)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("strategy=guard-poll");
    }

    @Test
    void keepsEveryTurnOfEachCycle() throws IOException {
        PairFork fork = printing(HEAD, CYCLE, CYCLE, CYCLE, END);

        assertThat(fork.blocks()).hasSize(3).allMatch(new AbbaBlock(2, 1, 3, 4)::equals);
        assertThat(fork.involuntarySwitches()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycle ABBA 2.000000 1.000000 3.000000",
                "cycle ABBA 2.000000 1.000000 3.000000 NaN",
                "cycle ABBA 0.000000 0.000000 3.000000 4.000000",
                "INJECTED cycle ABBA 2.000000 1.000000 3.000000 4.000000",
                "end cycles=4 involuntary_switches=0 major_faults=0 slowdown_turns=0",
                "\u001b[2J"
            })
    void refusesALineThatItDoesNotUnderstand(String line) {
        assertThatThrownBy(() -> printing(HEAD, CYCLE, CYCLE, CYCLE, line, END))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be understood")
                .hasMessageNotContaining("\u001b");
    }

    @Test
    void refusesAFigureThatDoesNotSayThatItIsPlanted() {
        PairSpec planted = slowerThanItself(ROWS, 1);

        assertThatThrownBy(() -> script(planted, "echo '" + HEAD + "'"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be understood");
    }

    @Test
    void saysWhatAProcessThatFailedSaid() {
        assertThatThrownBy(() -> script(spec("guard-pool", ROWS, ReadLoop.SUM), "echo 'bytes were lost' >&2", "exit 1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status=1, said=bytes were lost");
    }

    @Test
    void aProcessThatEndsInTheMiddleIsAFailure() {
        assertThatThrownBy(() -> printing(HEAD, CYCLE, CYCLE, CYCLE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a fork failed");
        assertThatThrownBy(() -> script(spec("guard-pool", ROWS, ReadLoop.SUM), "kill -BUS $$"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signal=7");
    }

    @Test
    void saysThatTheProgramIsMissing() {
        assertThatThrownBy(() -> new PairProgram(directory.resolve("none"), SHORT)
                        .measure(spec("guard-pool", ROWS, ReadLoop.SUM), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is missing");
    }
}
