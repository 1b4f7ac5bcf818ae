// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Renames;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.store.StoreFolder.Partition;

/**
 * Reads a store while others write to it. A run file that a compacted file lists is passed over, so that every run is seen once
 * before, while and after the months are compacted; a file that compaction removed between the listing and the query makes the
 * reader list anew.
 */
final class StoreReader implements AutoCloseable {

    private final StoreFolder store;
    private final DuckDb engine;
    private final Optional<Set<String>> leftOut;

    /** @param leftOut takes one line for each damaged file; empty where a damaged file is an error */
    StoreReader(StoreFolder store, DuckDb engine, Optional<Set<String>> leftOut) {
        this.store = store;
        this.engine = engine;
        this.leftOut = leftOut;
    }

    /** Where the lines of damaged files that were left out are collected. */
    static Optional<Set<String>> collecting(boolean skipDamaged) {
        return skipDamaged ? Optional.of(Collections.synchronizedSet(new TreeSet<>())) : Optional.empty();
    }

    StoreReader onOtherThread() {
        return new StoreReader(store, engine.duplicate(), leftOut);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Every run, machine by machine in the order of time. */
    List<StoredRun> runs() {
        return runs(Optional.empty());
    }

    /** @param machine only of machines whose id or name contains a match; empty for all */
    List<StoredRun> runs(Optional<Pattern> machine) {
        List<String> ids = store.machines(StoreTable.RUNS);
        Map<String, String> names = machine.isEmpty() ? Map.of() : names(ids);
        return ids.stream()
                .filter(id -> machine.isEmpty()
                        || machine.get().matcher(id).find()
                        || machine.get().matcher(names.getOrDefault(id, "")).find())
                .flatMap(id -> runs(id, store.months(StoreTable.RUNS, id)).stream())
                .toList();
    }

    /** The name is one of the facts that the id is made of, so that any run of a machine has it: mostly one of the last month. */
    private Map<String, String> names(List<String> machines) {
        Map<String, List<Partition>> months = new LinkedHashMap<>();
        machines.forEach(id -> months.put(id, new ArrayList<>(store.months(StoreTable.RUNS, id))));
        Map<String, String> names = new HashMap<>();
        while (!months.isEmpty()) {
            List<Partition> last = months.values().stream()
                    .filter(left -> !left.isEmpty())
                    .map(left -> left.remove(left.size() - 1))
                    .toList();
            query(
                    StoreTable.RUNS,
                    last,
                    rows -> "SELECT filename, CAST(any_value(machine_name) AS VARCHAR) FROM " + rows
                            + " GROUP BY filename HAVING any_value(machine_name) IS NOT NULL",
                    row -> names.putIfAbsent(StoreFolder.machineOf(Path.of(row.getString(1))), row.getString(2)));
            months.entrySet()
                    .removeIf(left ->
                            names.containsKey(left.getKey()) || left.getValue().isEmpty());
        }
        return names;
    }

    private List<StoredRun> runs(String machine, List<Partition> months) {
        return query(
                StoreTable.RUNS,
                months,
                rows -> "SELECT " + StoreTable.RUNS.selection() + " FROM " + rows + " ORDER BY started_us, run",
                DuckDb.RowReader.byName(row -> StoredRun.fromRow(machine, row)));
    }

    /** Every run of one month of one machine. */
    List<StoredRun> runs(Partition partition) {
        return runs(partition.machine(), List.of(partition));
    }

    /**
     * Which cells, under which names.
     *
     * @param only those whose name contains a match; empty for all
     * @param renames new names of benchmarks
     */
    record Selection(Optional<Pattern> only, Renames renames) {

        boolean takes(String cell) {
            return only.isEmpty() || only.get().matcher(renames.applied(cell)).find();
        }
    }

    /** The forks of a machine's series. A name that a hundred thousand rows share is kept once. */
    Map<SeriesKey, List<SeriesDetector.Fork>> series(String machine, Selection selection) {
        Map<SeriesKey, List<SeriesDetector.Fork>> series = new LinkedHashMap<>();
        Map<String, String> runs = new HashMap<>();
        Map<String, String> cells = new HashMap<>(Map.of("", ""));
        UnaryOperator<String> renamed = cell -> cells.computeIfAbsent(cell, selection.renames()::applied);
        String wanted = selection.only().isEmpty() ? "" : " WHERE cell IN (" + known(machine, selection) + ")";
        query(
                StoreTable.MEASUREMENTS,
                store.months(StoreTable.MEASUREMENTS, machine),
                rows -> "SELECT run, cell, metric, unit, CAST(fork AS BIGINT), CAST(value AS DOUBLE),"
                        + " coalesce(baseline, ''), coalesce(CAST(baseline_value AS DOUBLE), CAST('NaN' AS DOUBLE)),"
                        + " CAST(in_java AS BOOLEAN), CAST(stand_in AS BOOLEAN) FROM " + rows + wanted,
                row -> series.computeIfAbsent(
                                new SeriesKey(
                                        machine,
                                        renamed.apply(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        renamed.apply(row.getString(7))),
                                key -> new ArrayList<>())
                        .add(new SeriesDetector.Fork(
                                runs.computeIfAbsent(row.getString(1), run -> run),
                                row.getLong(5),
                                row.getDouble(6),
                                row.getDouble(8),
                                row.getBoolean(9),
                                row.getBoolean(10))));
        return series;
    }

    /** Names of cells as literals; Java's patterns are not the engine's. */
    private String known(String machine, Selection selection) {
        List<String> names = query(
                StoreTable.MEASUREMENTS,
                store.months(StoreTable.MEASUREMENTS, machine),
                rows -> "SELECT DISTINCT cell FROM " + rows,
                row -> row.getString(1));
        List<String> taken =
                names.stream().filter(selection::takes).map(DuckDb::literal).toList();
        return taken.isEmpty() ? "NULL" : String.join(", ", taken);
    }

    /** All forks of a run, in the order in which they were added. */
    List<StoredFork> forks(StoredRun run) {
        return query(
                StoreTable.MEASUREMENTS,
                List.of(run.partition()),
                rows -> "SELECT " + StoreTable.MEASUREMENTS.selection() + " FROM " + rows + " WHERE run = "
                        + DuckDb.literal(run.run()) + " ORDER BY cell, metric, fork",
                DuckDb.RowReader.byName(StoredFork.ROWS::read));
    }

    private <T> List<T> query(
            StoreTable table, List<Partition> partitions, Function<String, String> sql, DuckDb.RowReader<T> reader) {
        return retried(
                table,
                partitions,
                files -> files.isEmpty() ? List.of() : engine.query(sql.apply(DuckDb.rowsOf(files)), reader));
    }

    /** Whether the run file of this name is there, by itself or in a compacted one. */
    boolean holds(StoreTable table, Partition partition, String name) {
        return retried(
                table,
                List.of(partition),
                files -> files.stream()
                                .anyMatch(file -> file.getFileName().toString().equals(name))
                        || engine.replacedBy(files.stream()
                                        .filter(StoreFolder::isCompacted)
                                        .toList())
                                .contains(name));
    }

    /** What is asked of the files; asked anew where compaction has removed some meanwhile, or where one was found damaged. */
    private <T> T retried(StoreTable table, List<Partition> partitions, Function<List<Path>, T> question) {
        Set<Path> damaged = new HashSet<>();
        while (true) {
            List<Path> before = listed(table, partitions);
            try {
                List<Path> live = new ArrayList<>();
                for (Partition partition : partitions) {
                    live.addAll(live(table, partition, damaged));
                }
                return question.apply(live);
            } catch (DuckDb.Failed e) {
                boolean isFile = !e.isOutOfMemory()
                        && (!listed(table, partitions).equals(before) || hasNew(broken(table, before), damaged));
                if (!isFile) {
                    throw new InputException(
                            "store cannot be read",
                            "give the engine more with --engine-memory, or copy the store from a backup",
                            Detail.of("store", store.root()),
                            Detail.of("reason", e.brief()));
                }
            }
        }
    }

    private List<Path> listed(StoreTable table, List<Partition> partitions) {
        return partitions.stream()
                .flatMap(partition -> store.files(table, partition).stream())
                .toList();
    }

    /** A file that only the engine can see to be broken: its end is whole and its columns are not. */
    private List<Path> broken(StoreTable table, List<Path> files) {
        return files.stream()
                .filter(Files::exists)
                .filter(file -> {
                    try {
                        engine.query(
                                "SELECT max(hash(COLUMNS(*))) FROM (SELECT " + table.selection() + " FROM "
                                        + DuckDb.rowsOf(List.of(file)) + ")",
                                row -> row.getObject(1));
                        return false;
                    } catch (DuckDb.Failed e) {
                        return !e.isOutOfMemory() && Files.exists(file);
                    }
                })
                .toList();
    }

    private boolean hasNew(Collection<Path> broken, Set<Path> damaged) {
        broken.forEach(this::leaveOut);
        return damaged.addAll(broken);
    }

    /** Files that are not in another one. */
    List<Path> live(StoreTable table, Partition partition, Set<Path> damaged) {
        List<Path> whole = new ArrayList<>();
        for (Path file : store.files(table, partition)) {
            if (damaged.contains(file)) {
                continue;
            }
            if (StoreFolder.isWhole(file)) {
                whole.add(file);
            } else {
                leaveOut(file);
            }
        }
        List<Path> compacted = whole.stream().filter(StoreFolder::isCompacted).toList();
        if (compacted.isEmpty() || whole.size() == 1) {
            return whole;
        }
        Set<String> replaced = new HashSet<>(engine.replacedBy(compacted));
        whole.removeIf(file -> replaced.contains(file.getFileName().toString()));
        return whole;
    }

    private void leaveOut(Path file) {
        if (leftOut.isEmpty()) {
            throw new InputException(
                    "file of the store is damaged",
                    "remove it and add its run again, or follow the rest with history --skip-damaged",
                    Detail.of("file", file));
        }
        leftOut.get().add(Printable.brief(store.root().relativize(file).toString()));
    }
}
