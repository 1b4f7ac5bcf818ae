// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("rounds.jsonl");
    }

    private static ForkRecord fork(int round, String cell) {
        Map<String, List<Double>> samples = Map.of("primary", List.of(1.25, 1e-9, 123456789.0));
        return ForkRecordBuilder.builder()
                .position(1)
                .round(round)
                .cell(cell)
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(500)
                .samples(samples)
                .noise(NoiseBuilder.builder()
                        .stealMs(0L)
                        .otherBusyMs(10L)
                        .involuntarySwitches(3L)
                        .majorFaults(0L)
                        .load1(0.25)
                        .cpuMhz(3000L)
                        .build())
                .build();
    }

    private void append(ForkRecord... forks) throws IOException {
        try (JournalWriter journal = JournalWriter.open(file())) {
            for (ForkRecord fork : forks) {
                journal.append(fork);
            }
        }
    }

    @Test
    void givesBackWhatWasAppendedAfterItWasOpenedAgain() throws IOException {
        append(fork(1, "a"), fork(1, "b"));

        try (JournalWriter journal = JournalWriter.open(file())) {
            assertThat(journal.records()).containsExactly(fork(1, "a"), fork(1, "b"));
            assertThat(journal.has(1, "a")).isTrue();
            assertThat(journal.has(2, "a")).isFalse();
        }
    }

    @Test
    void hasALineOnTheDiskBeforeItIsClosed() throws IOException {
        try (JournalWriter journal = JournalWriter.open(file())) {
            journal.append(fork(1, "a"));

            assertThat(Files.readAllLines(file())).hasSize(1);
        }
    }

    @Test
    void cutsOffTheHalfLineOfAProcessThatWasKilled() throws IOException {
        append(fork(1, "a"));
        Files.writeString(file(), "{\"round\":1,\"posi", StandardOpenOption.APPEND);

        append(fork(1, "b"));

        try (JournalWriter journal = JournalWriter.open(file())) {
            assertThat(journal.records()).extracting(ForkRecord::cell).containsExactly("a", "b");
        }
    }

    @Test
    void refusesALineThatIsDamagedInTheMiddle() throws IOException {
        append(fork(1, "a"));
        Files.writeString(file(), "not json\n", StandardOpenOption.APPEND);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> JournalWriter.open(file()))
                .withMessageContaining("line=2")
                .withMessageContaining("rounds.jsonl");
    }
}
