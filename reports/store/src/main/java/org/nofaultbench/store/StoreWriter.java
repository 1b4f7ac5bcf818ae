// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder.Partition;

/**
 * Adds runs to a store. Writers need not know of each other: each writes under a name that nobody else has and renames, and one
 * run has one name. The measurements come first, and a run is there when its row of {@link StoreTable#RUNS} is: a writer that is
 * killed in between leaves nothing that a reader sees.
 */
final class StoreWriter {

    private final StoreFolder store;
    private final DuckDb engine;
    private final StoreReader reader;

    StoreWriter(StoreFolder store, DuckDb engine) {
        this.store = store;
        this.engine = engine;
        // A file that was cut off is as good as none: adding its run once more mends the store.
        this.reader = new StoreReader(store, engine, StoreReader.collecting(true));
    }

    /** Whether it was added: false where the store has it already, with the same content. */
    boolean add(RunImport.Rows rows) {
        StoredRun run = rows.run();
        Partition partition = run.partition();
        if (has(run, partition)) {
            return false;
        }
        if (rows.forks().isEmpty()) {
            throw new InputException("run has no figure", "measure it again", Detail.of("run", run.run()));
        }
        Path measurements = store.folder(StoreTable.MEASUREMENTS, partition).resolve(run.file());
        Path runs = store.folder(StoreTable.RUNS, partition).resolve(run.file());
        try {
            engine.write(
                    StoreTable.MEASUREMENTS,
                    rows.forks().stream().map(StoredFork.ROWS::values).toList(),
                    measurements);
            engine.write(StoreTable.RUNS, List.<Object[]>of(StoredRun.ROWS.values(run)), runs);
        } catch (IOException e) {
            throw StoreFolder.unwritable(measurements, e);
        }
        return true;
    }

    private boolean has(StoredRun run, Partition partition) {
        boolean mayBeThere =
                Files.exists(store.folder(StoreTable.RUNS, partition).resolve(run.file()))
                        || hasCompacted(StoreTable.RUNS, partition);
        if (!mayBeThere) {
            return false;
        }
        Optional<StoredRun> stored = reader.runs(partition).stream()
                .filter(other -> other.run().equals(run.run()))
                .findFirst();
        if (stored.isPresent() && !stored.get().contentSha256().equals(run.contentSha256())) {
            throw new InputException(
                    "store has another run of this name",
                    "give the folder's run another runId, or keep the first",
                    Detail.of("run", run.run()),
                    Detail.of("stored", stored.get().contentSha256()),
                    Detail.of("new", run.contentSha256()));
        }
        return stored.isPresent() && reader.holds(StoreTable.MEASUREMENTS, partition, run.file());
    }

    private boolean hasCompacted(StoreTable table, Partition partition) {
        return store.files(table, partition).stream().anyMatch(StoreFolder::isCompacted);
    }
}
