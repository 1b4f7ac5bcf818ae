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
import org.nofaultbench.store.CommitList;
import org.nofaultbench.store.StoreTable;

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

    private static void local(Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ReportCli.run(
                Arrays.stream(words).map(Object::toString).toArray(String[]::new),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    private List<String> ofDuckDb(Path store) throws IOException {
        Path changes = temporary.resolve("changes.csv");
        local("history", "--store", store, "--changes", changes);
        return Files.readAllLines(changes);
    }

    private static List<String> ofSpark(Path store) {
        return HistoryJob.search(spark, store.toString(), CommitList.NONE).lines();
    }

    @Test
    void findsInAFleetWhatTheLocalCommandFindsRowForRow() throws IOException {
        Path store = temporary.resolve("fleet");
        local("generate", "--store", store, "--machines", 4, "--days", 45, "--cells", 20, "--forks", 5);
        List<String> changes = ofDuckDb(store);
        assertThat(changes).hasSizeGreaterThan(50).anyMatch(line -> line.contains("MACHINE_WIDE"));
        assertThat(ofSpark(store)).isEqualTo(changes);
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
