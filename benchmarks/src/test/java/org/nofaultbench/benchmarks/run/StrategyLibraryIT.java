// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/** Strategies of a shared library, in JVMs of their own, since a process reads the registry once. */
class StrategyLibraryIT {

    private static final Path EXAMPLE =
            Path.of("../native/target/c/example-strategy.so").toAbsolutePath();
    private static final String ID = "example-shmguard";
    private static final int TIME_LIMIT_S = 120;

    @TempDir
    Path directory;

    private record Ended(int status, String out, String err) {}

    private Ended run(Path library, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkJvm.accessArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--strategy-library", library.toString()));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS))
                .as("ended in time")
                .isTrue();
        return new Ended(process.exitValue(), text("out"), text("err"));
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Test
    void areListedBehindTheSuitesOwn() throws Exception {
        Ended list = run(EXAMPLE, "list");

        assertThat(list.out()).containsSubsequence("  guard-pool ", "  copy-guarded ", "  " + ID + " ");
        assertThat(list.status()).isZero();
    }

    @Test
    void areVerifiedInCAndInJvms() throws Exception {
        Ended verify = run(
                EXAMPLE,
                "verify",
                "--strategy",
                ID,
                "--property",
                "tells-loss",
                "--property",
                "crashes-jvm-of-real-bug");

        assertThat(verify.out()).contains(ID + " tells-loss: yes", ID + " crashes-jvm-of-real-bug: yes");
        assertThat(verify.status()).isZero();
    }

    @Test
    void takeTurnsWithTheSuitesOwn() throws Exception {
        Ended pair = run(EXAMPLE, "pair", ID, "guard-huge-tail", "--size", "16KiB", "--seconds", "1");

        assertThat(pair.err()).isEmpty();
        assertThat(pair.out()).contains(ID, "verdict");
        assertThat(pair.status()).isZero();
    }

    @Test
    void areMeasuredAndReportedAndTheRunNamesTheirLibrary() throws Exception {
        Ended run =
                run(EXAMPLE, "run", "smoke", "--only", "GuardCost.beginEnd/(" + ID + "|unguarded-shared)$", "--report");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        try (Stream<Path> folders = Files.list(directory.resolve("results"))) {
            Path folder = folders.findFirst().orElseThrow();
            assertThat(Files.readString(folder.resolve("rounds.jsonl"))).contains("GuardCost.beginEnd/" + ID);
            Manifest manifest = RunReader.read(new RunFolder(folder)).manifest();
            assertThat(manifest.strategies())
                    .filteredOn(strategy -> strategy.id().equals(ID))
                    .singleElement()
                    .satisfies(strategy -> assertThat(strategy.note())
                            .matches("from the strategy library example-strategy\\.so, SHA-256 [0-9a-f]{64}"));
            assertThat(manifest.command()).contains("--strategy-library " + EXAMPLE);
            assertThat(Files.readString(folder.resolve("report.html"))).contains(ID);
        }
    }

    @Test
    void areRefusedInOneLineWhereTheLibraryIsUnusable() throws Exception {
        Path text = Files.writeString(directory.resolve("text.so"), "no library");

        for (String[] command : new String[][] {{"list"}, {"verify"}, {"run", "smoke"}, {"pair", ID, "guard-pool"}}) {
            Ended refused = run(text, command);

            assertThat(refused.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("unusable strategy library: strategy_library=" + text + ", reason=");
            assertThat(refused.out()).isEmpty();
            assertThat(refused.status()).isEqualTo(2);
        }
    }
}
