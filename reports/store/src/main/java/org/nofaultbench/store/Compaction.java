// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder.Partition;

/**
 * Merges the run files of a month into one. The merged file names, in its metadata, every file whose runs are in it; from the
 * moment in which it has its name, readers pass those over, and only then they are removed. A crash at any point leaves every
 * run visible once, and the next compaction removes what is left.
 */
record Compaction(StoreFolder store, DuckDb engine, StoreReader reader) {

    private static final Duration ABANDONED = Duration.ofDays(1);

    /**
     * Compacts under the store's lock, which another process may hold.
     *
     * @param before first month that is not closed, such as {@code m202612}
     * @param step takes each step that was done: a crash test interrupts there
     * @return how many run files were merged
     */
    int compact(String before, Consumer<String> step) {
        Path lockFile = store.root().resolve(".compact.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw locked(lockFile);
            }
            int merged = 0;
            for (Partition month : store.partitions(StoreTable.RUNS)) {
                if (month.month().compareTo(before) < 0) {
                    merged += compact(month, step);
                }
            }
            return merged;
        } catch (OverlappingFileLockException e) {
            throw locked(lockFile);
        } catch (IOException e) {
            throw StoreFolder.unwritable(store.root(), e);
        }
    }

    private static InputException locked(Path lockFile) {
        return new InputException("store is being compacted", "wait until that is over", Detail.of("lock", lockFile));
    }

    /** Measurements whose run has no row yet stay as they are: their writer may be at work, or dead. */
    private int compact(Partition month, Consumer<String> step) throws IOException {
        Set<String> added = new HashSet<>();
        store.files(StoreTable.RUNS, month).stream()
                .filter(file -> !StoreFolder.isCompacted(file))
                .forEach(file -> added.add(file.getFileName().toString()));
        int merged = merge(StoreTable.MEASUREMENTS, month, added, step);
        merge(StoreTable.RUNS, month, added, step);
        return merged;
    }

    private int merge(StoreTable table, Partition month, Set<String> added, Consumer<String> step) throws IOException {
        Path folder = store.folder(table, month);
        List<Path> live = reader.live(table, month, Set.of()).stream()
                .filter(file -> StoreFolder.isCompacted(file)
                        || added.contains(file.getFileName().toString()))
                .toList();
        List<Path> fresh =
                live.stream().filter(file -> !StoreFolder.isCompacted(file)).toList();
        Set<String> replaced = new TreeSet<>();
        List<Path> compacted = store.files(table, month).stream()
                .filter(StoreFolder::isCompacted)
                .toList();
        if (!compacted.isEmpty()) {
            replaced.addAll(engine.replacedBy(compacted));
        }
        if (!fresh.isEmpty()) {
            live.forEach(file -> replaced.add(file.getFileName().toString()));
            long number =
                    1 + compacted.stream().mapToLong(StoreFolder::number).max().orElse(0);
            String order = table == StoreTable.MEASUREMENTS ? "cell, metric, run, fork" : "started_us, run";
            engine.copy(
                    "SELECT " + table.selection() + " FROM " + DuckDb.rowsOf(live) + " ORDER BY " + order,
                    List.copyOf(replaced),
                    folder.resolve(StoreFolder.compactedName(number)));
            step.accept(table.folder() + " merged");
        }
        removeReplaced(folder, replaced, step);
        return fresh.size();
    }

    private static void removeReplaced(Path folder, Set<String> replaced, Consumer<String> step) throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED);
        for (Path file : StoreFolder.list(folder, Files::isRegularFile)) {
            boolean old = StoreFolder.isTemporary(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(abandoned);
            if (old || replaced.contains(file.getFileName().toString())) {
                Files.deleteIfExists(file);
                step.accept("removed");
            }
        }
    }
}
