// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.benchmarks.Main;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.nativelib.NofaultLibrary;

/** The command, with a script in the place of the program that experiments. */
class VerifyIT {

    private static final String[] ALL_OK = {
        "KTAP version 1",
        "1..4",
        "# guard-pool: the handler replaces the pool by anonymous zeros",
        "ok 1 guard-pool survives-truncation-to-zero: yes",
        "ok 2 guard-pool keeps-valid-pages: no - the whole pool is replaced at the first fault",
        "ok 3 udmabuf survives-truncation-to-zero # SKIP this kernel has no /dev/udmabuf",
        "ok 4 udmabuf keeps-valid-pages # SKIP this kernel has no /dev/udmabuf"
    };

    private static final String[] SOME_NOT_OK = {
        "KTAP version 1",
        "1..3",
        "not ok 1 guard-pool tells-loss: no - declared yes: the handler sets the flag; observed lost=0",
        "not ok 2 guard-pool reads-zeros: yes - declared no: it reads something",
        "not ok 3 guard-pool nests-two-pools: error - time limit of 20 s reached"
    };

    @TempDir
    Path directory;

    private record Ended(int status, String out, String err) {}

    private Ended verify(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("verify", "--results", results().toString()));
        all.addAll(List.of(arguments));
        return run(all);
    }

    private static Ended run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path results() {
        return directory.resolve("results with a space");
    }

    private List<Path> proofs() throws IOException {
        if (!Files.exists(results().resolve("proofs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results().resolve("proofs"))) {
            return files.toList();
        }
    }

    private static String kernelBuildId() {
        var id = KernelFiles.ofThisMachine().kernelBuildId();
        assumeTrue(id.isPresent(), "this kernel shows no build id");
        return id.get();
    }

    private Path storedProof() throws IOException {
        String name = NofaultLibrary.load().sha256().substring(0, 16) + "-"
                + kernelBuildId().substring(0, 16) + ".json";
        assertThat(proofs())
                .singleElement()
                .extracting(path -> path.getFileName().toString())
                .isEqualTo(name);
        return proofs().get(0);
    }

    @Test
    void printsTheExperimentsAsOneKtapDocument() throws IOException {
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            Ended ended = verify();
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out().lines()).startsWith(ALL_OK).hasSize(ALL_OK.length + 1);
            assertThat(ended.out().lines().toList().get(ALL_OK.length)).startsWith("# ");
        }
    }

    @Test
    void numbersTheExperimentsAnewAndKeepsWhatIsNoResultAsADiagnostic() throws IOException {
        try (FakeProgram program = FakeProgram.printing(
                0,
                "# first",
                "1..2",
                "stray \u001b[31m words",
                "ok 7 guard-pool writable: yes",
                "ok 7 guard-pool tells-loss: yes")) {
            assertThat(verify().out())
                    .startsWith("KTAP version 1\n1..2\n# first\n# stray ?[31m words\n"
                            + "ok 1 guard-pool writable: yes\nok 2 guard-pool tells-loss: yes\n");
        }
    }

    @Test
    void storesTheProofByLibraryAndKernelUnderItsSchema() throws IOException {
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            verify("--recoveries", "5");
        }
        JsonNode proof = json(storedProof());
        String schema = Files.readString(Path.of("..", "results", "schema", "proof.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(proof))
                .isEmpty();
        assertThat(proof.at("/suite/librarySha256").asText())
                .isEqualTo(NofaultLibrary.load().sha256());
        assertThat(proof.at("/kernelBuildId").asText()).isEqualTo(kernelBuildId());
        assertThat(proof.at("/recoveries").asInt()).isEqualTo(5);
        assertThat(proof.at("/command").asText()).endsWith("benchmarks.jar verify --recoveries 5");
        assertThat(proof.at("/strategies").findValuesAsText("id")).containsSubsequence("guard-pool", "udmabuf");
        assertThat(proof.at("/strategies/0/because").asText())
                .isEqualTo("the handler replaces the pool by anonymous zeros");
        assertThat(proof.at("/strategies/0/properties/1").toString())
                .isEqualTo(
                        "{\"id\":\"keeps-valid-pages\","
                                + "\"declared\":false,\"observed\":\"no\",\"detail\":\"the whole pool is replaced at the first fault\"}");
        assertThat(proof.at("/strategies/1/properties/0/declared").isNull()).isTrue();
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void endsInStatus1WhereSomethingIsNotAsDeclaredAndStoresIt() throws IOException {
        try (FakeProgram program = FakeProgram.printing(1, SOME_NOT_OK)) {
            Ended ended = verify();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .isEqualTo("properties are not as declared: notOk=3, of=3, first=guard-pool tells-loss;"
                            + " --table shows them all\n");
            assertThat(ended.out().lines()).startsWith(SOME_NOT_OK);
        }
        JsonNode properties = json(storedProof()).at("/strategies/0/properties");
        assertThat(properties.get(0).get("declared").asBoolean()).isTrue();
        assertThat(properties.get(1).get("declared").asBoolean()).isFalse();
        assertThat(properties.get(2).get("declared").isNull()).isTrue();
        assertThat(properties.findValuesAsText("observed")).containsExactly("no", "yes", "error");
    }

    @Test
    void printsTheMatrixWithItsFootnotesInsteadOfLines() throws IOException {
        try (FakeProgram program = FakeProgram.printing(
                1,
                "1..6",
                "ok 1 guard-pool writable: yes",
                "ok 2 guard-pool keeps-valid-pages: no - the pool is replaced",
                "ok 3 guard-list writable: yes",
                "ok 4 guard-list keeps-valid-pages: no - the pool is replaced",
                "not ok 5 copy-pread writable: yes - declared no: it wrote",
                "ok 6 udmabuf keeps-valid-pages # SKIP no /dev/udmabuf")) {
            assertThat(verify("--table").out())
                    .startsWith(String.join(
                            "\n",
                            "            1     2",
                            "guard-pool  yes   no",
                            "guard-list  yes   no",
                            "copy-pread  YES!  .",
                            "udmabuf     .     skip",
                            "",
                            "1  writable           2  keeps-valid-pages",
                            "",
                            "Not as declared",
                            "  copy-pread writable: YES! declared no: it wrote",
                            "",
                            "No, because",
                            "  the pool is replaced: guard-pool 2, guard-list 2",
                            "",
                            "Skipped, because",
                            "  no /dev/udmabuf: udmabuf 2",
                            "",
                            "6 cases, 1 not ok, 1 skipped",
                            ""));
        }
    }

    @Test
    void fitsTheMatrixOfTwentyThreePropertiesInto100Columns() throws IOException {
        List<String> lines = new ArrayList<>(List.of("1..92"));
        for (String strategy : List.of("unguarded-private", "guard-huge-zero", "nofault-emulated", "copy-vm-readv")) {
            for (int i = 1; i <= 23; i++) {
                lines.add("ok 1 " + strategy + " survives-truncation-inside-page-" + i + ": no - reason " + i + " "
                        + "and so on ".repeat(20).strip());
            }
        }
        try (FakeProgram program = FakeProgram.printing(0, lines.toArray(String[]::new))) {
            List<String> table = verify("--table")
                    .out()
                    .lines()
                    .filter(line -> !line.startsWith("Proof: "))
                    .toList();
            assertThat(table)
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
            assertThat(table)
                    .filteredOn(line -> line.startsWith("guard-huge-zero "))
                    .hasSize(2);
        }
    }

    @Test
    void runsPartsWithoutStoringThem() throws IOException {
        try (FakeProgram program = FakeProgram.script("echo 1..0", "echo \"# $@\"")) {
            Ended ended = verify(
                    "--strategy", "guard-pool", "--strategy", "sealed", "--property", "writable", "--recoveries", "7");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains(
                            "# --strategy guard-pool --strategy sealed --property writable --recoveries 7\n",
                            "# not stored");
        }
        assertThat(proofs()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnowWithStatus2() throws IOException {
        try (FakeProgram program = FakeProgram.script("echo 'unusable argument: recoveries=9' >&2", "exit 2")) {
            assertRefused(
                    verify("--strategy", "guard-poll"), "unknown strategy: strategy=guard-poll; nearest: [guard-p");
            assertRefused(
                    verify("--property", "writeable"), "unknown property: property=writeable; nearest: [writable, ");
            assertRefused(verify("--recoveries", "0"), "too few recoveries: recoveries=0; take 1 or more");
            assertRefused(verify("--recoveries", "9"), "unusable argument: recoveries=9");
        }
    }

    private static void assertRefused(Ended ended, String message) {
        assertThat(ended.err()).startsWith(message).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
    }

    /** The real program: one case that dies of its fault and one that does not, on any kernel. */
    @Test
    void experimentsOnRealStrategies() {
        Ended ended = verify(
                "--strategy",
                "unguarded-shared",
                "--strategy",
                "guard-pool",
                "--property",
                "survives-truncation",
                "--recoveries",
                "1");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "1..2\n",
                        "ok 1 unguarded-shared survives-truncation: no - ",
                        "ok 2 guard-pool survives-truncation: yes");
    }

    @Test
    void keepsWhatWasFinishedWhereTheProgramDies() throws IOException {
        try (FakeProgram program = FakeProgram.script(
                "echo 1..3", "echo 'ok 1 guard-pool writable: yes'", "echo 'out of memory' >&2", "kill -KILL $$")) {
            Ended ended = verify();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .isEqualTo("nofault-verify ended in the middle: signal=9, finished=1, of=3,"
                            + " said=out of memory; run `verify` again\n");
            assertThat(ended.out()).isEqualTo("KTAP version 1\n1..3\nok 1 guard-pool writable: yes\n");
            assertThat(verify("--table").out()).contains("guard-pool  yes", "1 cases, 0 not ok, 0 skipped");
        }
        assertThat(proofs()).isEmpty();
    }

    @Test
    void doesNotWaitForAChildThatTheProgramHasLost() throws IOException {
        Path pid = directory.resolve("pid");
        try (FakeProgram program = FakeProgram.script(
                "echo 1..2",
                "sleep 100 & echo $! >\"" + pid + "\"",
                "echo 'ok 1 guard-pool writable: yes'",
                "kill -KILL $$")) {
            Ended ended = verify();
            ProcessHandle lost = ProcessHandle.of(
                            Long.parseLong(Files.readString(pid).strip()))
                    .orElseThrow();
            assertThat(lost.isAlive())
                    .as("the lost child, which holds the program's output")
                    .isTrue();
            lost.destroyForcibly();
            assertThat(ended.err()).startsWith("nofault-verify ended in the middle: signal=9, finished=1, of=2");
            assertThat(ended.out()).endsWith("ok 1 guard-pool writable: yes\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok 1 guard-pool writable",
                "ok 1 guard-pool writable: perhaps",
                "ok 1 guard-pool writable: error - no answer",
                "not ok 1 guard-pool writable # SKIP no reason",
                "ok 1 guard-pool writable: yes # SKIP both",
                "ok 1 ../../etc passwd: yes",
                "ok one guard-pool writable: yes"
            })
    void refusesALineThatContradictsItself(String line) throws IOException {
        try (FakeProgram program = FakeProgram.printing(0, "1..1", line)) {
            Ended ended = verify();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .isEqualTo("nofault-verify is broken, its output cannot be understood: line=" + line
                            + "; please report it\n");
        }
        assertThat(proofs()).isEmpty();
    }

    @Test
    void refusesTwoAnswersToOneQuestionAndTooFewOfThem() throws IOException {
        try (FakeProgram program =
                FakeProgram.printing(0, "1..2", "ok 1 guard-pool writable: yes", "ok 2 guard-pool writable: no")) {
            assertThat(verify().err())
                    .startsWith("nofault-verify is broken, it answered twice: line=ok 2")
                    .hasLineCount(1);
        }
        try (FakeProgram program = FakeProgram.printing(0, "1..2", "ok 1 guard-pool writable: yes")) {
            assertThat(verify().err()).startsWith("nofault-verify ended in the middle: status=0, finished=1, of=2");
        }
        try (FakeProgram program = FakeProgram.printing(3, "no plan at all")) {
            assertThat(verify().err()).startsWith("nofault-verify ended in the middle: status=3, finished=0, of=0");
        }
        assertThat(proofs()).isEmpty();
    }

    @Test
    void saysWhereTheProgramIsMissing() throws IOException {
        try (FakeProgram program = FakeProgram.missing()) {
            Ended ended = verify();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err())
                    .startsWith("the program that experiments is missing: file=")
                    .hasLineCount(1);
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void doesNothingTwiceWhereItIsAskedIfNeeded() throws IOException {
        kernelBuildId();
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            assertThat(verify("--if-needed").out()).contains("1..4");
        }
        try (FakeProgram program = FakeProgram.missing()) {
            Ended again = verify("--if-needed");
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(again.out()).matches("already proven on \\S+Z: 4 cases, 0 not ok, 2 skipped \\(.*\\.json\\)\n");
        }
    }

    @Test
    void keepsInTheProofThatOnlyTheStrategiesInCWereAskedFor() throws IOException {
        kernelBuildId();
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            assertThat(verify("--native-only").status()).isZero();
        }
        assertThat(json(storedProof()).get("command").asText()).endsWith(" verify --native-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"schemaVersion\": 99}", "{\"schemaVersion\": 1}"})
    void provesAnewWhereTheStoredProofIsDamaged(String damaged) throws IOException {
        kernelBuildId();
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            verify();
            Files.writeString(storedProof(), damaged);
            Ended run = run(List.of(
                    "run",
                    "smoke",
                    "--only",
                    "beginEnd/unguarded-shared",
                    "--results",
                    results().toString()));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("the stored proof is damaged: file=")
                    .hasLineCount(1);
            assertThat(verify("--if-needed").out()).contains("1..4");
        }
        assertThat(json(storedProof()).get("schemaVersion").asInt()).isEqualTo(1);
    }

    @Test
    void saysBeforeTheExperimentsThatItCannotStoreThem() throws IOException {
        kernelBuildId();
        try (FakeProgram program = FakeProgram.printing(0, ALL_OK)) {
            Ended ended = run(List.of("verify", "--results", "/proc/nofault"));
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err())
                    .startsWith("cannot write results: folder=/proc/nofault")
                    .hasLineCount(1);
            assertThat(ended.out()).isEmpty();
        }
    }
}
