// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.run.CountedRun.InstructionCount;
import org.nofaultbench.reports.model.CellEntry;

class InstructionCountTest {

    private static final List<String> LINES = List.of(
            "count\tguard-pool\twarm\t8192\t1010\t1000",
            "count\tguard-pool\tlost\t8192\t1600\t1610",
            "skip\tudmabuf\twarm\tno device",
            "skip\tudmabuf\tlost\tno device");

    @TempDir
    Path directory;

    private Path program(String... lines) throws IOException {
        Path program = directory.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void countOfALostPageWhatALossAddsToTheLeastAccessWithoutOne() throws IOException {
        InstructionCount lost = InstructionCount.parse(LINES, 4096).get(1);

        assertThat(lost.event()).isEqualTo("lostPage");
        assertThat(lost.instructions()).containsExactly(300.0, 305.0);
    }

    @Test
    void countLostPagesOfTheSizeThatTheKernelHas() throws IOException {
        assertThat(InstructionCount.parse(LINES, 65536).get(1).instructions()).containsExactly(600.0, 610.0);
    }

    @Test
    void haveNoLostPageOfAStrategyThatEndsTheAccessAtTheFirst() throws IOException {
        InstructionCount lost = InstructionCount.parse(
                        List.of(
                                "count\tguard-jump\twarm\t8192\t1010\t1000",
                                "count\tguard-jump\tlost\t8192\t600\t1600"),
                        4096)
                .get(1);

        assertThat(lost.skipped()).isTrue();
        assertThat(lost.skipReason()).startsWith("it ends the access at the first lost page");
    }

    @Test
    void keepARowForWhatWasNotCounted() throws IOException {
        assertThat(InstructionCount.parse(LINES, 4096))
                .filteredOn(InstructionCount::skipped)
                .extracting(InstructionCount::event, InstructionCount::skipReason)
                .containsExactly(tuple("warm", "no device"), tuple("lostPage", "no device"));
    }

    @Test
    void keepARowForWhatIsWrittenInJava() throws IOException {
        assertThat(InstructionCount.inJava(List.of("jvm-heap"), InstructionCount.parse(LINES, 4096)))
                .extracting(InstructionCount::id, InstructionCount::event, InstructionCount::skipped)
                .containsExactly(tuple("jvm-heap", "warm", true), tuple("jvm-heap", "lostPage", true));
    }

    @Test
    void haveAUnitOfTheirOwnAndAControlOfTheSameQuestion() throws IOException {
        List<CellEntry> cells = CountedRun.cells(InstructionCount.parse(LINES, 4096));

        assertThat(cells).extracting(CellEntry::unit).containsOnly("instructions");
        assertThat(cells.get(0).baseline()).isEqualTo("InstructionClock.warm/unguarded-shared");
        assertThat(cells.get(1).baseline()).isNull();
        assertThat(cells.get(3).baseline()).isEqualTo("InstructionClock.lostPage/guard-pool");
    }

    @Test
    void refuseAClockThatCountsNothingInTheProgramsOwnWords() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> InstructionCount.measure(program("echo the clock counts nothing >&2", "exit 77")))
                .withMessage("the clock counts nothing");
    }

    @Test
    void failWhereTheProgramDoesAndWhereItCannotBeUnderstood() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> InstructionCount.measure(program("exit 2")))
                .withMessageContaining("status=2");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> InstructionCount.measure(program("echo nonsense")))
                .withMessageContaining("line=nonsense");
    }
}
