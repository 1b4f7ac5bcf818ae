// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;

class MainIT {

    @TempDir
    Path directory;

    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        List.of("-p", "strategy=guard-poll"),
                        "unknown strategy: strategy=guard-poll; nearest: [guard-p"),
                Arguments.of(List.of("-p", "size=1080"), "unknown size: size=1080; nearest: [1080p"),
                Arguments.of(List.of("-p", "strtegy=sealed"), "unknown parameter: name=strtegy; nearest: [strategy"),
                Arguments.of(List.of("NoSuchBenchmark"), "no benchmark matches: include=[NoSuchBenchmark]"),
                Arguments.of(List.of("-no-such-option"), "not a JMH option"),
                Arguments.of(
                        List.of("run", "quik"),
                        "unknown preset: preset=quik; use one of [smoke, quick, standard, full]"),
                Arguments.of(List.of("run"), "Missing required parameter"),
                Arguments.of(List.of("run", "smoke", "--only", "("), "not a regular expression: only=("),
                Arguments.of(
                        List.of("run", "smoke", "--minutes", "0"), "not a time for a run: minutes=0; use 1 to 10080"),
                Arguments.of(
                        List.of("run", "smoke", "--only", "nothing-like-it"), "nothing to run: only=nothing-like-it"),
                Arguments.of(List.of("run", "smoke", "--resume", "/nonexistent"), "cannot resume, no run there"),
                Arguments.of(
                        List.of("run", "smoke", "--results", "/proc/nofault"),
                        "cannot write results: folder=/proc/nofault"),
                Arguments.of(
                        List.of("count"),
                        "nofault-count: the clock of this machine counts no instructions: instructions=1000, ticks="),
                Arguments.of(List.of("list", "--sizes"), "Unknown option: '--sizes'"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatItCannotUseInOneLineWithStatus2(List<String> arguments, String message) {
        Ended ended = run(arguments.toArray(String[]::new));

        assertThat(ended.err().lines().filter(line -> !line.startsWith("SKIPPED")))
                .singleElement()
                .asString()
                .startsWith(message);
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void listsEveryStrategyOfTheRegistryAndWhyItIsSkipped() {
        Ended ended = run("list");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("BufferRead.warm", "quick", "1080p");
        for (StrategyInfo strategy : Strategy.rows(NofaultLibrary.load())) {
            assertThat(ended.out()).contains(strategy.id());
            strategy.skipReason().ifPresent(reason -> assertThat(ended.out()).contains("SKIPPED: " + reason));
        }
    }

    @Test
    void examinesTheMachineWithOneMarkALine() {
        Ended ended = run("doctor");

        assertThat(ended.status()).isZero();
        assertThat(ended.out().lines())
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.startsWith("[OK] ") || line.startsWith("[N/A] ") || line.startsWith("[!!] "));
        assertThat(ended.out())
                .contains(
                        " native library ",
                        " client ",
                        " placement ",
                        " JMH ",
                        " shared memory ",
                        " fonts ",
                        " container ",
                        " mount namespaces ",
                        " temporary folder ");
    }

    /** What is a fault of the machine, each in a JVM of its own. */
    @ParameterizedTest
    @MethodSource("faults")
    void saysInOneLineWhatTheMachineLacks(List<String> options, List<String> arguments, String message)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(err.lines()).singleElement().asString().startsWith(message);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    static Stream<Arguments> faults() throws IOException {
        Path temporary = Files.createTempDirectory("nofault-main");
        Path lock = Files.createDirectory(temporary.resolve("jmh.lock"));
        Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("r-x------"));
        List<Arguments> faults = new ArrayList<>(List.of(Arguments.of(
                List.of("-Djava.io.tmpdir=/nonexistent"),
                List.of("list"),
                "cannot unpack the native library: java.io.tmpdir=/nonexistent, reason=")));
        if (!Files.isWritable(lock)) {
            faults.add(Arguments.of(
                    List.of("-Djava.io.tmpdir=" + temporary),
                    List.of("GuardCost", "-f", "0"),
                    "JMH's lock file is another user's: file=" + lock));
        }
        if (Runtime.version().feature() >= 24) {
            faults.add(Arguments.of(
                    List.of("--sun-misc-unsafe-memory-access=deny", "--enable-native-access=ALL-UNNAMED"),
                    List.of("list"),
                    "JMH does not load in this JVM: reason="));
        }
        return faults.stream();
    }

    @Test
    void rendersAReport() {
        assertThat(run("text", "/nonexistent").err()).contains("/nonexistent");
        assertThat(run("text", "/nonexistent").status()).isEqualTo(2);
    }

    @Test
    void measuresEveryRunnableStrategyUnlessOneIsNamed() {
        Ended ended = run("GuardCost", "-f", "0", "-wi", "0", "-i", "1", "-r", "1ms", "-opi", "10");

        assertThat(ended.status()).as(ended.err()).isZero();
        for (StrategyInfo strategy : Strategy.rows(NofaultLibrary.load())) {
            String row = "strategy = " + strategy.id() + ")";
            assertThat(ended.out().contains(row)).as(row).isEqualTo(strategy.runsHere());
            assertThat(ended.err().contains("SKIPPED strategy=" + strategy.id()))
                    .isNotEqualTo(strategy.runsHere());
        }
    }

    @Test
    void writesJmhsOwnJson() throws IOException {
        Path json = directory.resolve("jmh.json");

        Ended ended = run(
                "CallOverhead.emptyDirect",
                "-f",
                "0",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "1ms",
                "-rf",
                "json",
                "-rff",
                json.toString());

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(Files.readString(json)).contains("\"mode\" : \"avgt\"", "CallOverhead.emptyDirect");
    }

    @Test
    void endsWithStatus1WhereABenchmarkFailed() {
        Ended ended = run(
                "GuardCost",
                "-p",
                "strategy=unguarded-shared",
                "-f",
                "1",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "1ms",
                "-jvmArgsAppend",
                "-Dnofault.native.dir=/nonexistent");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("benchmarks failed: failed=1, of=1; the reasons are in JMH's output\n");
    }
    /** In this process, so that JMH's output is seen. */
    @Test
    void refusesTheRecoveryOfWhatCannotLoseAnything() throws IOException {
        Path log = Files.createTempFile("jmh", ".log");
        Ended ended = run(
                "TruncationRecovery",
                "-p",
                "strategy=jvm-heap",
                "-f",
                "0",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "1ms",
                "-o",
                log.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains("is skipped by this benchmark: strategy=jvm-heap, reason=nothing can be lost");
        Files.delete(log);
    }
}
