// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder.Partition;

class StoreReaderTest {

    private static final Partition MARCH = new Partition(GeneratedRuns.MACHINE, "m202603");

    @TempDir
    private Path temporary;

    private StoreFolder store;
    private DuckDb engine;

    @BeforeEach
    void open() {
        store = new StoreFolder(temporary.resolve("store"));
        engine = GeneratedRuns.engine(temporary);
        StoreWriter writer = new StoreWriter(store, engine);
        writer.add(GeneratedRuns.rows("first"));
        writer.add(GeneratedRuns.rows("second"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Path measurements() {
        return store.folder(StoreTable.MEASUREMENTS, MARCH).resolve("first.parquet");
    }

    private int forks(Optional<Set<String>> leftOut) {
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), leftOut)) {
            return reader.series(GeneratedRuns.MACHINE, GeneratedRuns.cell("one")).values().stream()
                    .mapToInt(forks -> forks.size())
                    .sum();
        }
    }

    @Test
    void namesATruncatedFileAndLeavesItOutOnRequest() throws IOException {
        byte[] bytes = Files.readAllBytes(measurements());
        Files.write(measurements(), Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> forks(Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("first.parquet")
                .hasMessageContaining("--skip-damaged");
        Optional<Set<String>> leftOut = StoreReader.collecting(true);
        assertThat(forks(leftOut)).isEqualTo(5);
        assertThat(leftOut.orElseThrow())
                .singleElement()
                .isEqualTo("measurements/v=1/machine=m0123456789ab/month=m202603/first.parquet");
    }

    @Test
    void namesAFileWhoseFooterIsWrong() throws IOException {
        byte[] bytes = Files.readAllBytes(measurements());
        Arrays.fill(bytes, bytes.length - 200, bytes.length - 8, (byte) 0xff);
        Files.write(measurements(), bytes);
        assertThatThrownBy(() -> forks(Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("first.parquet");
        assertThat(forks(StoreReader.collecting(true))).isEqualTo(5);
    }

    /** A file that an engine with little memory cannot read is no damaged file. */
    @Test
    void asksForMoreMemoryWhereTheEngineHasTooLittle() {
        Optional<Set<String>> leftOut = StoreReader.collecting(true);
        DuckDb small = DuckDb.open(new DuckDb.Limits("1MB", 1, temporary));
        try (StoreReader reader = new StoreReader(store, small, leftOut)) {
            assertThatThrownBy(reader::runs).isInstanceOf(InputException.class).hasMessageContaining("--engine-memory");
        }
        assertThat(leftOut.orElseThrow()).isEmpty();
    }

    @Test
    void passesOverFilesThatAreNotTheStores() throws IOException {
        Path folder = measurements().getParent();
        Files.writeString(folder.resolve(".part-1"), "half");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectories(folder.resolve("deeper"));
        Files.createDirectories(
                folder.getParent().getParent().resolve("machine=..").resolve("month=m202603"));
        assertThat(forks(Optional.empty())).isEqualTo(10);
    }

    @Test
    void refusesAPathThatAnEngineTakesForAPattern() {
        assertThatThrownBy(() -> new StoreFolder(temporary.resolve("a*b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a*b");
    }

    @Test
    void findsAMachineByPartOfItsNameOrId() {
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), Optional.empty())) {
            assertThat(reader.runs(Optional.of(Pattern.compile("mach")))).hasSize(2);
            assertThat(reader.runs(Optional.of(Pattern.compile("^m0123")))).hasSize(2);
            assertThat(reader.runs(Optional.of(Pattern.compile("first")))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "repeat('a', 201)"})
    void refusesARowOfWhichNoRunCanBeMade(String commit) throws IOException {
        Path runs = store.folder(StoreTable.RUNS, MARCH).resolve("stranger.parquet");
        engine.copy(
                "SELECT * REPLACE ('stranger' AS run, " + commit + " AS commit) FROM "
                        + DuckDb.rowsOf(List.of(runs.resolveSibling("first.parquet"))),
                List.of(),
                runs);
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), Optional.empty())) {
            assertThatThrownBy(reader::runs)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("run=stranger, column=commit");
        }
    }

    @Test
    void writesTheDocumentedTypes() {
        assertThat(engine.query(
                        "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM "
                                + DuckDb.rowsOf(List.of(measurements())) + ")",
                        row -> row.getString(1)))
                .isEqualTo(StoreTable.MEASUREMENTS.columns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList());
    }
}
