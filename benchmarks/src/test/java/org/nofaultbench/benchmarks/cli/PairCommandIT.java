// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;

/** The command with the real program; what it measures is too short to be looked at. */
class PairCommandIT {

    private static final Path SCHEMA = Path.of("../results/schema/pair.schema.json");

    private record Ended(int status, String out, String err) {}

    private static Ended pair(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                Stream.concat(Stream.of("pair"), Stream.of(arguments)).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        List.of("guard-poll", "sealed"), "unknown strategy: strategy=guard-poll; nearest: [guard-p"),
                Arguments.of(
                        List.of("jvm-heap", "sealed"),
                        "a pair takes turns in C, and this loop is in Java: strategy=jvm-heap"),
                Arguments.of(List.of("sealed"), "Missing required parameter"),
                Arguments.of(List.of("sealed", "sealed", "--size", "1080"), "unknown size: size=1080; nearest: [1080p"),
                Arguments.of(
                        List.of("sealed", "sealed", "--workload", "reed"),
                        "unknown workload: workload=reed; nearest: [read"),
                Arguments.of(List.of("sealed", "sealed", "--workload", "fill"), "unknown workload: workload=fill"),
                Arguments.of(List.of("sealed", "sealed", "--margin", "0"), "not a share that can be used: margin=0"),
                Arguments.of(
                        List.of("sealed", "sealed", "--margin", "51%"), "not a share that can be used: margin=51%"),
                Arguments.of(
                        List.of("sealed", "sealed", "--plant", "101%"), "not a share that can be used: plant=101%"),
                Arguments.of(List.of("sealed", "sealed", "--seconds", "0"), "out of range: seconds=0; use 1 to 86400"),
                Arguments.of(List.of("sealed", "sealed", "--trials", "0"), "out of range: trials=0; use 1 to 10000"),
                Arguments.of(
                        List.of("sealed", "sealed", "--workload", "damage", "--damage", "0%"),
                        "not a share: damage=0%"),
                Arguments.of(
                        List.of("sealed", "sealed", "--workload", "damage", "--shape", "two"),
                        "unknown shape: shape=two"),
                Arguments.of(
                        List.of("guard-fixup", "guard-fixup", "--workload", "memcpy", "--size", "16KiB"),
                        "nofault-pair: a read failed: strategy=guard-fixup"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatItCannotMeasureInOneLineWithStatus2(List<String> arguments, String message) {
        Ended ended = pair(arguments.toArray(String[]::new));

        assertThat(ended.err().lines()).singleElement().asString().startsWith(message);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void refusesAStrategyThatThisMachineDoesNotRun() {
        Optional<StrategyInfo> skipped = NofaultLibrary.load().strategies().stream()
                .filter(row -> row.skipReason().isPresent())
                .findFirst();
        skipped.ifPresent(strategy -> {
            Ended ended = pair("guard-pool", strategy.id());

            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("cannot run on this machine: strategy=" + strategy.id() + ", reason=");
            assertThat(ended.status()).isEqualTo(2);
        });
    }

    @Test
    void endsWithOneBlockAndStatus0() {
        Ended ended = pair("guard-pool", "copy-pread", "--size", "256KiB", "--seconds", "30", "--seed", "7");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines().filter(line -> line.startsWith(" ")))
                .hasSize(6)
                .anyMatch(line -> line.matches("  verdict +FASTER, takes \\d+\\.\\d\\d% less time"));
        assertThat(ended.out().lines()).last().isEqualTo("seed 7");
    }

    @Test
    void comparesAStrategyWithItself() {
        assertThat(pair("guard-pool", "guard-pool", "--size", "16KiB", "--seconds", "1")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "damage", "copy", "blend"})
    void measuresEveryWorkload(String workload) {
        Ended ended = pair("guard-list", "guard-pool", "--workload", workload, "--size", "256KiB", "--seconds", "1");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("guard-list against guard-pool, " + workload);
    }

    @Test
    void saysOfEveryLineThatSomethingIsPlanted() {
        Ended ended = pair("guard-pool", "guard-pool", "--size", "256KiB", "--seconds", "30", "--plant", "50%");

        assertThat(ended.out().lines()).allMatch(line -> line.startsWith("INJECTED 50%  "));
        assertThat(ended.out()).contains("SLOWER, takes ");
    }

    @Test
    void doesNotOfferToPlantAnything() {
        assertThat(pair("--help").out()).contains("--margin").doesNotContain("--plant");
    }

    @Test
    void countsTheVerdictsOfTrials() {
        Ended ended = pair("guard-pool", "copy-pread", "--size", "256KiB", "--seconds", "30", "--trials", "2");

        assertThat(ended.out().lines().filter(line -> line.startsWith("trial ")))
                .hasSize(2);
        assertThat(ended.out())
                .contains("read 256KiB  2 trials  TOO FEW 0, EQUIVALENT 0, FASTER 2, SLOWER 0, UNDECIDED 0");
    }

    @Test
    void itsDocumentFitsItsSchema() throws Exception {
        Ended ended =
                pair("guard-pool", "guard-pool", "--size", "16KiB,256KiB", "--seconds", "1", "--json", "--plant", "1%");

        JsonNode document = new ObjectMapper().readTree(ended.out());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(ended.out(), com.networknt.schema.InputFormat.JSON))
                .isEmpty();
        assertThat(document.at("/planted").asText()).isEqualTo("1%");
        assertThat(document.at("/marginPercent").asDouble()).isEqualTo(0.5);
        assertThat(document.at("/command").asText()).contains(" pair guard-pool guard-pool --size 16KiB,256KiB");
        assertThat(document.at("/trials/0/rows").fieldNames())
                .toIterable()
                .containsExactly("read 16KiB", "read 256KiB");
    }
}
