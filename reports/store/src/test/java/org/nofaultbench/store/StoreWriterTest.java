// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder.Partition;

class StoreWriterTest {

    private static final Partition MARCH = new Partition(GeneratedRuns.MACHINE, "m202603");

    @TempDir
    private Path temporary;

    private StoreFolder store;
    private DuckDb engine;
    private StoreWriter writer;

    @BeforeEach
    void open() {
        store = new StoreFolder(temporary.resolve("it's a store"));
        engine = GeneratedRuns.engine(temporary);
        writer = new StoreWriter(store, engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void addsARunOnce() {
        assertThat(writer.add(GeneratedRuns.rows("first"))).isTrue();
        assertThat(writer.add(GeneratedRuns.rows("first"))).isFalse();
        assertThat(GeneratedRuns.seen(store, engine)).isEqualTo(Collections.nCopies(5, "first"));
    }

    @Test
    void addsARunOnceAlsoAfterItWasCompacted() {
        writer.add(GeneratedRuns.rows("first"));
        new Compaction(store, engine, GeneratedRuns.reader(store, engine)).compact("m202604", step -> {});
        assertThat(writer.add(GeneratedRuns.rows("first"))).isFalse();
        assertThat(writer.add(GeneratedRuns.rows("second"))).isTrue();
        assertThat(GeneratedRuns.seen(store, engine)).hasSize(10).containsOnly("first", "second");
    }

    @Test
    void refusesAnotherRunOfTheSameName() {
        writer.add(GeneratedRuns.rows("first"));
        RunImport.Rows other = GeneratedRuns.rows("first");
        // Of another commit: the generator hashes that in, too.
        StoredRun edited = GeneratedRuns.run("first", 0, "bbbbbbbbbbbb");
        assertThatThrownBy(() -> writer.add(new RunImport.Rows(edited, other.forks())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another run of this name")
                .hasMessageContaining("run=first");
    }

    @Test
    void keepsEveryFileOfAHostileNameInItsPartition() throws IOException {
        List<String> names = List.of(
                "../../../up",
                "a b='c'; DROP TABLE x",
                "compacted-000001",
                "x".repeat(300),
                ".hidden",
                "*",
                "",
                "\u00e4\ud83d\ude00");
        for (String name : names) {
            assertThat(writer.add(GeneratedRuns.rows(name))).as(name).isTrue();
            assertThat(writer.add(GeneratedRuns.rows(name))).as(name).isFalse();
        }
        assertThat(GeneratedRuns.seen(store, engine)).hasSize(5 * names.size()).containsAll(names);
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".parquet")))
                    .hasSize(2 * names.size())
                    .allMatch(file -> file.getParent().equals(store.folder(StoreTable.RUNS, MARCH))
                            || file.getParent().equals(store.folder(StoreTable.MEASUREMENTS, MARCH)));
        }
    }

    @Test
    void keepsTextsAsTheyAre() {
        String cell = "a\"b'c,d\n\u202e{}";
        StoredFork fork = GeneratedRuns.fork("first", cell, 1, 2.5);
        writer.add(new RunImport.Rows(GeneratedRuns.run("first", 0, "aaaaaaaaaaaa"), List.of(fork)));
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), Optional.empty())) {
            StoredRun run = reader.runs().get(0);
            assertThat(run).isEqualTo(GeneratedRuns.run("first", 0, "aaaaaaaaaaaa"));
            assertThat(reader.forks(run)).containsExactly(fork);
        }
    }

    @Test
    void writesAgainWhatWasCutOff() throws IOException {
        writer.add(GeneratedRuns.rows("first"));
        for (StoreTable table : StoreTable.values()) {
            Path file = store.folder(table, MARCH).resolve("first.parquet");
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            assertThat(writer.add(GeneratedRuns.rows("first"))).isTrue();
            assertThat(GeneratedRuns.seen(store, engine)).hasSize(5);
        }
    }

    @Test
    void leavesNothingThatAReaderSeesWhereTheWriterDiedHalfWay() throws IOException {
        writer.add(GeneratedRuns.rows("first"));
        Files.delete(store.folder(StoreTable.RUNS, MARCH).resolve("first.parquet"));
        writer.add(GeneratedRuns.rows("second"));
        assertThat(GeneratedRuns.seen(store, engine)).containsOnly("second");
        new Compaction(store, engine, GeneratedRuns.reader(store, engine)).compact("m202604", step -> {});
        assertThat(writer.add(GeneratedRuns.rows("first"))).isTrue();
        assertThat(GeneratedRuns.seen(store, engine)).hasSize(10).containsOnly("first", "second");
    }
}
