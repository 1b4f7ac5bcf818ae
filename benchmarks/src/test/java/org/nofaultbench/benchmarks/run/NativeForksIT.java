// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.openjdk.jmh.runner.RunnerException;

class NativeForksIT {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();
    private static final Plan PLAN = Plan.ofPreset(Preset.QUICK, StrategyList.rows(LIBRARY), id -> true);

    @TempDir
    Path directory;

    private static Map<String, List<Double>> measured(String cell) throws RunnerException {
        return new NativeForks(LIBRARY.faultPathProgram(), 7).run(PLAN.cell(cell), null);
    }

    private NativeForks printing(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("alone"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new NativeForks(program, 7);
    }

    @Test
    void measuresFreshReadsRecoveriesAndAttacksInC() throws RunnerException {
        assertThat(measured("TruncationRecovery.recovery/guard-jump/1080p/100%").get("recoveryNs"))
                .hasSize(3).allMatch(ns -> ns > 100);
        assertThat(measured("BufferRead.fresh/guard-pool/1080p").get("accessNs")).hasSize(3).allMatch(ns -> ns > 1000);
        assertThat(measured("HostileClient.attacked/copy-pread/1080p").get("attackedNs")).hasSize(1).allMatch(ns -> ns > 1000);
    }

    @Test
    void hasNoTrialForLoopsInJavaAndForPartsOfAPool() {
        assertThat(PLAN.cells()).filteredOn(cell -> cell.faultPathMeasurement().isPresent()).extracting(Cell::id)
                .contains("BufferRead.fresh/guard-pool/1080p")
                .doesNotContain("BufferRead.fresh/jvm-mapped/1080p", "BufferRead.warm/guard-pool/1080p", "CallOverhead.emptyDirect");
    }

    @Test
    void failsAsTheProgramDoesInItsWords() throws IOException {
        NativeForks failing = printing("echo 'batch 1.000'; echo 'wrong bytes were read' >&2; exit 1");
        assertThatExceptionOfType(RunnerException.class)
                .isThrownBy(() -> failing.run(PLAN.cell("BufferRead.fresh/guard-pool/1080p"), null))
                .withMessage("nofault-faultpath failed: status=1, said=wrong bytes were read");
    }

    @Test
    void failsWhereTheOutputEndsBeforeItsEnd() throws IOException {
        NativeForks cut = printing("echo 'batch 1.000'");
        assertThatExceptionOfType(RunnerException.class)
                .isThrownBy(() -> cut.run(PLAN.cell("BufferRead.fresh/guard-pool/1080p"), null))
                .withMessageStartingWith("nofault-faultpath failed: status=0");
    }

    @Test
    void countsTheBatchesThatTheEndSpeaksOf() throws IOException {
        String two = "nofault-faultpath 1 x\nbatch 5.000\nbatch 7.500\nend batches=%d involuntary_switches=4 major_faults=0\n";
        assertThat(samples(two.formatted(2))).contains(Map.of("ns", List.of(5.0, 7.5), "involuntarySwitches", List.of(4.0),
                "majorFaults", List.of(0.0)));
        assertThat(samples(two.formatted(3))).isEmpty();
    }

    private static Optional<Map<String, List<Double>>> samples(String text) throws IOException {
        return NativeForks.samples("ns", new BufferedReader(new StringReader(text)));
    }
}
