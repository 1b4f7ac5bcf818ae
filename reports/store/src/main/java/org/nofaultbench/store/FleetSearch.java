// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Searches every series of a store, machine by machine: the forks of one machine's series are held at a time, and as many
 * machines are searched at once as there are threads.
 */
final class FleetSearch {

    private final StoreReader reader;
    private final MachineRuns order;
    private final StoreReader.Selection cells;

    /** Takes the forks of a machine, too; called from several threads. */
    interface Visitor {
        void visit(String machine, Map<SeriesDetector.Series, List<SeriesDetector.Fork>> series);
    }

    FleetSearch(StoreReader reader, MachineRuns order, StoreReader.Selection cells) {
        this.reader = reader;
        this.order = order;
        this.cells = cells;
    }

    FleetResult search(int threads, Visitor visitor) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<SeriesDetector.Result>>> searches = new ArrayList<>();
            for (String machine : order.machines()) {
                searches.add(workers.submit((Callable<List<SeriesDetector.Result>>) () -> search(machine, visitor)));
            }
            order.readFacts();
            List<SeriesDetector.Result> results = new ArrayList<>();
            for (Future<List<SeriesDetector.Result>> search : searches) {
                results.addAll(search.get());
            }
            return FleetResult.of(results);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<SeriesDetector.Result> search(String machine, Visitor visitor) {
        try (StoreReader own = reader.onOtherThread()) {
            Map<SeriesDetector.Series, List<SeriesDetector.Fork>> series = own.series(machine, cells);
            visitor.visit(machine, series);
            SeriesDetector detector = new SeriesDetector(order);
            return series.entrySet().stream()
                    .map(entry -> detector.detect(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
