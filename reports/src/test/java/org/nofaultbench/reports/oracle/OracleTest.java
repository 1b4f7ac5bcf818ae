// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.cli.Console;
import org.nofaultbench.reports.fixture.DecidingRun;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;

/** Every figure that a report gives to other programs is what the raw samples say. */
class OracleTest {

    @TempDir
    Path temporary;

    private JsonNode written(Object... arguments) throws IOException {
        Path json = temporary.resolve("figures.json");
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add(arguments[0].equals("advise") ? "--figures" : "--json");
        all.add(json);
        Console console = Console.of(all.toArray());
        assertThat(console.exit()).as(console.err()).isZero();
        return RawRun.MAPPER.readTree(json.toFile());
    }

    private void agrees(Path run, JsonNode report, int least) {
        Oracle oracle = new Oracle(new RawRun(run), Optional.empty());
        assertThat(oracle.disagreements(report)).isEmpty();
        assertThat(oracle.checked()).isGreaterThan(least);
    }

    @Test
    void agreesWithTheReportAndTheAdviceOfTheFixture() throws IOException {
        agrees(Fixture.run(), written("html", Fixture.run(), "-o", temporary.resolve("page.html")), 300);
        agrees(
                Fixture.run(),
                written("advise", Fixture.run(), "-o", temporary.resolve("page.html"), "--client-share", "25%"),
                300);
    }

    @Test
    void agreesWithAnotherSyntheticRunOfMoreRounds() throws IOException {
        Path run = new SyntheticRun(77, 11).writeTo(temporary.resolve(SyntheticRun.ID));
        agrees(run, written("text", run), 300);
        agrees(run, written("advise", run, "-o", temporary.resolve("page.html")), 300);
    }

    @Test
    void findsAWrongFigureAlsoInARunThatStoppedWhenItHadDecided() throws IOException {
        Path run = DecidingRun.in(temporary, 1.3).path();
        JsonNode report = written("text", run);
        agrees(run, report, 50);
        for (String statistic : List.of("RATIO", "ROUNDS", "MEDIAN")) {
            JsonNode faulty = report.deepCopy();
            ObjectNode figure = (ObjectNode) Oracle.figures(faulty).stream()
                    .filter(one -> one.get("statistic").textValue().equals(statistic))
                    .findFirst()
                    .orElseThrow();
            figure.put("value", figure.get("value").doubleValue() * 1.01);
            assertThat(new Oracle(new RawRun(run), Optional.empty()).disagreements(faulty))
                    .as(figure.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void agreesWithTheKernelLabBesideTheRun() throws IOException {
        Path run = RunCopy.in(temporary).path();
        Path lab = Files.createDirectories(run.resolveSibling("lab"));
        Files.copy(Path.of("..", "results", "lab", "evidence.txt"), lab.resolve("evidence.txt"));
        JsonNode report = written("text", run);
        assertThat(Oracle.figures(report))
                .filteredOn(figure -> figure.get("statistic").textValue().equals("LAB"))
                .hasSize(3);
        agrees(run, report, 300);
        Files.writeString(
                lab.resolve("evidence-arm64.txt"),
                Files.readString(lab.resolve("evidence.txt")).replace("x86_64", "arm64"));
        JsonNode mail = written("lkml", run);
        assertThat(Oracle.figures(mail))
                .filteredOn(figure -> figure.get("statistic").textValue().equals("LAB"))
                .hasSizeGreaterThan(20);
        agrees(run, mail, 30);
    }

    @Test
    void agreesWithAMailOfOneKernelAndOfTwo() throws IOException {
        agrees(Fixture.run(), written("lkml", Fixture.run()), 30);
        Path unpatched = RunCopy.in(temporary.resolve("unpatched")).path();
        RunCopy patched = RunCopy.in(temporary.resolve("patched"))
                .replace("environment.json", "\"buildId\" : \"abab", "\"buildId\" : \"cdcd");
        patched.edit(
                "rounds.jsonl", text -> text.replaceAll("(\"eventNs\":\\[)4([0-9.]+),4([0-9.]+),4", "$15$2,5$3,5"));
        Oracle oracle = new Oracle(new RawRun(patched.path()), Optional.of(new RawRun(unpatched)));
        assertThat(oracle.disagreements(written("lkml", unpatched, "--patched", patched.path())))
                .isEmpty();
        assertThat(oracle.checked()).isGreaterThan(30);
    }

    @Test
    void agreesWithTheMediansAndRatiosOfCompare() throws IOException {
        Path next = new SyntheticRun(5, 8).writeTo(temporary.resolve(SyntheticRun.ID));
        JsonNode rows = RawRun.MAPPER
                .readTree(Console.of("compare", Fixture.run(), next, "--format", "json")
                        .out())
                .get("rows");
        RawRun base = new RawRun(Fixture.run());
        RawRun now = new RawRun(next);
        assertThat(rows.size()).isGreaterThan(50);
        for (JsonNode row : rows) {
            List<Double> before =
                    List.copyOf(base.figures(row.get("row").textValue()).values());
            List<Double> after =
                    List.copyOf(now.figures(row.get("row").textValue()).values());
            assertThat(row.get("base").get("median").doubleValue())
                    .as(row.toString())
                    .isEqualTo(RawRun.median(before));
            assertThat(row.get("new").get("median").doubleValue())
                    .as(row.toString())
                    .isEqualTo(RawRun.median(after));
            assertThat(Oracle.near(row.get("ratio").doubleValue(), Reference.quotient(before, after), 1e-9))
                    .as(row.toString())
                    .isTrue();
        }
    }

    @Test
    void reportsKeepToTheirSchema() throws IOException {
        Path schema = Path.of("..", "results", "schema", "report.schema.json");
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema));
        for (JsonNode report : List.of(
                written("text", Fixture.run()),
                written("lkml", Fixture.run()),
                written("advise", Fixture.run(), "-o", temporary.resolve("page.html")))) {
            assertThat(validator.validate(report)).isEmpty();
        }
    }

    /** A fault planted in the model, and the statistic that it is planted in. */
    private record Fault(String name, String statistic, Consumer<ObjectNode> planted) {
        @Override
        public String toString() {
            return name + " of " + statistic;
        }
    }

    static Stream<Fault> faults() {
        Stream<Fault> everywhere = Stream.of(
                        "MEDIAN",
                        "THROUGHPUT",
                        "METRIC",
                        "TOTAL",
                        "RATIO",
                        "DIFFERENCE",
                        "VERDICTS",
                        "NOISE",
                        "PERCENTILE")
                .map(statistic -> new Fault(
                        "a wrong value",
                        statistic,
                        figure -> figure.put("value", figure.get("value").doubleValue() * 1.01 + 1)));
        return Stream.concat(
                everywhere,
                Stream.of(
                        new Fault("a wrong interval", "RATIO", figure -> widen((ArrayNode) figure.get("interval"))),
                        new Fault("a wrong interval", "MEDIAN", figure -> widen((ArrayNode) figure.get("interval"))),
                        new Fault(
                                "a wrong p value",
                                "RATIO",
                                figure -> figure.put("p", figure.get("p").doubleValue() / 2 + 0.001)),
                        new Fault(
                                "a wrong verdict",
                                "RATIO",
                                figure -> figure.put(
                                        "verdict",
                                        figure.get("verdict").textValue().equals("SLOWER") ? "FASTER" : "SLOWER")),
                        new Fault("a wrong unit", "MEDIAN", figure -> figure.put("unit", "ms")),
                        new Fault(
                                "a wrong number of rounds",
                                "MEDIAN",
                                figure -> figure.put("n", figure.get("n").intValue() + 1)),
                        new Fault(
                                "a wrong text",
                                "MEDIAN",
                                figure -> figure.put(
                                        "text", "9" + figure.get("text").textValue())),
                        new Fault("an unknown kind", "MEDIAN", figure -> figure.put("statistic", "MEAN"))));
    }

    private static void widen(ArrayNode interval) {
        interval.set(1, interval.get(1).doubleValue() * 1.001);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsEveryPlantedFault(Fault fault) throws IOException {
        JsonNode report = written("text", Fixture.run());
        ObjectNode figure = (ObjectNode) Oracle.figures(report).stream()
                .filter(one -> one.get("statistic").textValue().equals(fault.statistic))
                .filter(one ->
                        !fault.name.contains("interval") || !one.get("interval").isNull())
                .filter(one -> !fault.name.contains("p value") || one.has("p"))
                .findFirst()
                .orElseThrow();
        fault.planted.accept(figure);
        assertThat(new Oracle(new RawRun(Fixture.run()), Optional.empty()).disagreements(report))
                .as(figure.toString())
                .isNotEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("org.nofaultbench.reports.fixture.RealRun#all")
    void agreesWithEveryCommittedRun(Path run) throws IOException {
        agrees(run, written("text", run), 20);
        agrees(run, written("advise", run, "-o", temporary.resolve("page.html")), 5);
    }
}
