// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.nativelib.NofaultLibrary;

class ProverTest {

    @TempDir
    Path directory;

    @Test
    void storesNothingOnAKernelThatCannotBeToldFromOthers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FakeProgram program = FakeProgram.printing(0, "1..1", "ok 1 guard-pool writable: yes")) {
            Prover prover = onAKernelWithoutNotes();
            Prover.Outcome outcome =
                    prover.prove(Selection.everything(), "verify", Output.quiet(new PrintStream(out), false));
            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.findings().summary()).isEqualTo("1 cases, 0 not ok, 0 skipped");
            assertThat(outcome.stored()).isEmpty();
            assertThat(prover.file()).isEmpty();
            assertThat(prover.stored()).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(out.toString()).isEmpty();
    }

    private Prover onAKernelWithoutNotes() {
        return prover(false);
    }

    private Prover prover(boolean nativeOnly) {
        return new Prover(
                NofaultLibrary.load(),
                nativeOnly,
                directory.resolve("results"),
                new KernelFiles(directory),
                Clock.systemUTC());
    }

    @Test
    void leavesTheStrategiesInJavaOutWhereOnlyThoseInCAreWanted() {
        assertThat(prover(true).strategies()).contains("guard-pool").doesNotContain("jvm-heap");
        assertThat(onAKernelWithoutNotes().strategies()).contains("guard-pool", "jvm-heap");
    }

    @Test
    void rewritesOneLineOnATerminal() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output output = Output.quiet(new PrintStream(bytes), true);
        try (FakeProgram program =
                FakeProgram.printing(0, "1..1", "# guard-pool: sentence", "ok 1 guard-pool writable: yes")) {
            onAKernelWithoutNotes().prove(Selection.everything(), "verify", output);
        }
        assertThat(bytes.toString()).isEqualTo("\rverify  1/1  guard-pool writable\033[K\r\033[K");
    }
}
