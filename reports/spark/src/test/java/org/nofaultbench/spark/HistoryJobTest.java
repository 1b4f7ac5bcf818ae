// SPDX-License-Identifier: MIT
package org.nofaultbench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.ReportCli;
import org.nofaultbench.store.StoreTable;
import picocli.CommandLine;

/** Two engines, one answer. */
class HistoryJobTest {

    private static final Path RESULTS = Path.of("..", "..", "results", "same-build");

    private static SparkSession spark;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static void local(Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ReportCli.run(
                Arrays.stream(words).map(Object::toString).toArray(String[]::new),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    private List<String> ofDuckDb(Path store, Object... options) throws IOException {
        Path changes = temporary.resolve("changes.csv");
        List<Object> words = new ArrayList<>(List.of("history", "--store", store, "--changes", changes));
        words.addAll(List.of(options));
        local(words.toArray());
        return Files.readAllLines(changes);
    }

    /** By its command line, as the workers of a cluster get it. */
    private List<String> ofSpark(Path store, Object... options) throws IOException {
        Path changes = temporary.resolve("spark.csv");
        List<Object> words = new ArrayList<>(List.of("--store", store, "--changes", changes));
        words.addAll(List.of(options));
        assertThat(job(words.toArray())).isZero();
        return Files.readAllLines(changes);
    }

    private int job(Object... words) {
        err.reset();
        return ReportCli.run(
                new CommandLine(new HistoryJob()),
                Arrays.stream(words).map(Object::toString).toArray(String[]::new),
                System.out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void findsInAFleetWhatTheLocalCommandFindsRowForRow() throws IOException {
        Path store = temporary.resolve("fleet");
        local("generate", "--store", store, "--machines", 4, "--days", 45, "--cells", 20, "--forks", 5);
        List<String> changes = ofDuckDb(store);
        assertThat(changes).hasSizeGreaterThan(50).anyMatch(line -> line.contains("MACHINE_WIDE"));
        assertThat(ofSpark(store)).isEqualTo(changes);
        Path names = Files.writeString(
                temporary.resolve("names"), "Generated.read/strategy-01 -> Renamed.read/strategy-01\n");
        List<String> renamed = ofDuckDb(store, "--rename", names);
        assertThat(renamed).hasSameSizeAs(changes).anyMatch(line -> line.contains("Renamed.read"));
        assertThat(ofSpark(store, "--rename", names)).isEqualTo(renamed);
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertThat(job()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--store=DIR").hasLineCount(1);
        Path none = temporary.resolve("none");
        assertThat(job("--store", none, "--changes", temporary.resolve("c"), "--speed", 1))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--speed").hasLineCount(1);
        assertThat(job("--store", none, "--changes", temporary.resolve("c"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("no store there: store=")
                .hasLineCount(1);
        Path store = temporary.resolve("cut");
        local("generate", "--store", store, "--machines", 1, "--days", 2, "--cells", 10, "--forks", 5);
        Path cut = store.resolve("measurements/v=1/machine=m000000000000/month=m202511/cut.parquet");
        Files.createDirectories(cut.getParent());
        Files.writeString(cut, "PAR1 and no more");
        assertThat(job("--store", store, "--changes", temporary.resolve("c"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cut.parquet").hasLineCount(1);
    }

    @Test
    void findsInTheRepositorysRunsWhatTheLocalCommandFindsAlsoInTheMiddleOfACompaction() throws IOException {
        Path store = temporary.resolve("own");
        local("add", RESULTS, "--store", store);
        local("generate", "--store", store, "--machines", 1, "--days", 45, "--cells", 10, "--forks", 5);
        List<String> changes = ofDuckDb(store);
        assertThat(changes).hasSizeGreaterThan(10);
        assertThat(ofSpark(store)).isEqualTo(changes);
        Path before = temporary.resolve("before");
        copy(store, before);
        local("compact", "--store", store, "--before", "2027-01");
        copy(before, store);
        assertThat(ofDuckDb(store)).isEqualTo(changes);
        assertThat(ofSpark(store)).isEqualTo(changes);
    }

    @Test
    void readsTheDocumentedColumnsAndTypes() {
        Path store = temporary.resolve("own");
        local("add", RESULTS, "--store", store);
        for (StoreTable table : StoreTable.values()) {
            List<String> found = Arrays.stream(spark.read()
                            .parquet(
                                    store.resolve(table.folder()).resolve("v=1").toString())
                            .schema()
                            .fields())
                    .map(HistoryJobTest::described)
                    .toList();
            List<String> documented = new ArrayList<>(table.columns().stream()
                    .map(column -> column.name() + " " + column.type().name().replace("VARCHAR", "STRING"))
                    .toList());
            documented.addAll(List.of("machine STRING", "month STRING"));
            assertThat(found).isEqualTo(documented);
        }
    }

    private static String described(StructField field) {
        return field.name() + " " + field.dataType().sql();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
