// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;

/**
 * Searches every series of a store, machine by machine: the forks of one machine's series are held at a time, and as many
 * machines are searched at once as there are threads.
 */
record FleetSearch(StoreReader reader, MachineRuns order, StoreReader.Selection cells) {

    /** @param visitor takes the forks of each machine, too; called from several threads */
    FleetResult search(int threads, BiConsumer<String, Map<SeriesKey, List<SeriesDetector.Fork>>> visitor) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<List<SeriesDetector.Result>>> searches = order.machines().stream()
                    .map(machine -> CompletableFuture.supplyAsync(() -> search(machine, visitor), workers))
                    .toList();
            order.readFacts();
            return FleetResult.of(
                    searches.stream().flatMap(search -> search.join().stream()).toList());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        } finally {
            workers.shutdownNow();
        }
    }

    private List<SeriesDetector.Result> search(
            String machine, BiConsumer<String, Map<SeriesKey, List<SeriesDetector.Fork>>> visitor) {
        try (StoreReader own = reader.onOtherThread()) {
            Map<SeriesKey, List<SeriesDetector.Fork>> series = own.series(machine, cells);
            visitor.accept(machine, series);
            SeriesDetector detector = new SeriesDetector(order);
            return series.entrySet().stream()
                    .map(entry -> detector.detect(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
