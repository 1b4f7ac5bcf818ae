// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder.Partition;

class CompactionTest {

    private static final Partition MARCH = new Partition(GeneratedRuns.MACHINE, "m202603");
    private static final String APRIL = "m202604";

    @TempDir
    private Path temporary;

    private StoreFolder store;
    private DuckDb engine;
    private StoreWriter writer;
    private Compaction compaction;

    /** A crash. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void open() {
        store = new StoreFolder(temporary.resolve("store"));
        engine = GeneratedRuns.engine(temporary);
        writer = new StoreWriter(store, engine);
        compaction = new Compaction(store, engine, GeneratedRuns.reader(store, engine));
        writer.add(GeneratedRuns.rows("first"));
        writer.add(GeneratedRuns.rows("second"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> seen() {
        return GeneratedRuns.seen(store, engine);
    }

    @Test
    void mergesAMonthIntoOneFile() {
        List<String> before = seen();
        assertThat(compaction.compact(APRIL, step -> {})).isEqualTo(2);
        assertThat(seen()).isEqualTo(before);
        for (StoreTable table : StoreTable.values()) {
            assertThat(store.files(table, MARCH)).singleElement().matches(StoreFolder::isCompacted);
        }
    }

    @Test
    void leavesTheOpenMonthAlone() {
        assertThat(compaction.compact("m202603", step -> {})).isZero();
        assertThat(store.files(StoreTable.RUNS, MARCH)).hasSize(2);
    }

    @Test
    void addsLateRunsToAMergedMonth() {
        compaction.compact(APRIL, step -> {});
        writer.add(GeneratedRuns.rows("third"));
        assertThat(seen()).hasSize(15);
        assertThat(compaction.compact(APRIL, step -> {})).isEqualTo(1);
        assertThat(compaction.compact(APRIL, step -> {})).isZero();
        assertThat(seen()).hasSize(15).containsOnly("first", "second", "third");
        assertThat(store.files(StoreTable.MEASUREMENTS, MARCH)).hasSize(1);
    }

    @Test
    void showsEveryRunOnceAfterACrashAtAnyStep() {
        List<String> steps = new ArrayList<>();
        int crashes = 0;
        for (int last = 0; last >= 0; last++) {
            int crashAt = last;
            steps.clear();
            writer.add(GeneratedRuns.rows("run-" + last));
            List<String> before = seen();
            try {
                compaction.compact(APRIL, step -> {
                    // What a reader sees in between.
                    assertThat(seen()).as(step).hasSameElementsAs(before).hasSameSizeAs(before);
                    steps.add(step);
                    if (steps.size() > crashAt) {
                        throw new Crash();
                    }
                });
                last = -2;
            } catch (Crash e) {
                crashes++;
            }
            assertThat(seen()).hasSameElementsAs(before).hasSameSizeAs(before);
        }
        assertThat(crashes).isGreaterThanOrEqualTo(4);
        assertThat(store.files(StoreTable.RUNS, MARCH)).hasSize(1);
    }

    @Test
    void passesOverAFileThatComesBack() throws IOException {
        Path file = store.folder(StoreTable.MEASUREMENTS, MARCH).resolve("first.parquet");
        Path row = store.folder(StoreTable.RUNS, MARCH).resolve("first.parquet");
        Path late = Files.copy(file, temporary.resolve("late"));
        Path lateRow = Files.copy(row, temporary.resolve("late row"));
        compaction.compact(APRIL, step -> {});
        // The second of two writers of one run may be slow.
        Files.move(late, file, StandardCopyOption.ATOMIC_MOVE);
        Files.move(lateRow, row, StandardCopyOption.ATOMIC_MOVE);
        assertThat(seen()).hasSize(10);
        writer.add(GeneratedRuns.rows("third"));
        compaction.compact(APRIL, step -> {});
        assertThat(seen()).hasSize(15);
        assertThat(file).doesNotExist();
    }

    @Test
    void removesOnlyOldTemporaryFiles() throws IOException {
        Path folder = store.folder(StoreTable.RUNS, MARCH);
        Path fresh = Files.writeString(folder.resolve(".part-fresh"), "");
        Path old = Files.writeString(folder.resolve(".part-old"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        compaction.compact(APRIL, step -> {});
        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void refusesToRunTwiceAtOnce() throws IOException {
        try (FileChannel other = FileChannel.open(
                store.root().resolve(".compact.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> compaction.compact(APRIL, step -> {}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("being compacted");
        }
        assertThat(compaction.compact(APRIL, step -> {})).isEqualTo(2);
    }
}
