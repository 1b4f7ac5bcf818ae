// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.nio.file.Path;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/**
 * A client that has drawn one frame, and its file as one strategy has attached it.
 *
 * @param whole what {@code reader} reads
 */
record AttachedBuffer(Region whole, Client client, AttachedPool pool, BatchReader reader) implements AutoCloseable {

    static AttachedBuffer attach(NofaultLibrary library, Strategy strategy, long poolBytes, Region region) {
        Client client = Client.startFor(library, strategy.info(), poolBytes);
        client.draw(SuiteBenchmark.seed());
        AttachedPool pool = strategy.attach(client);
        return new AttachedBuffer(region, client, pool, pool.reader(region));
    }

    Path file() {
        return client.file();
    }

    @Override
    public void close() {
        reader.close();
        pool.close();
        client.close();
    }
}
