// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.nio.file.Path;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/** A client that has drawn one frame, and its file as one strategy has attached it. */
final class AttachedBuffer implements AutoCloseable {

    private final Region whole;
    private final Client client;
    private final AttachedPool pool;
    private final BatchReader reader;

    private AttachedBuffer(Region region, Client client, AttachedPool pool) {
        this.whole = region;
        this.client = client;
        this.pool = pool;
        this.reader = pool.reader(region);
    }

    static AttachedBuffer attach(NofaultLibrary library, Strategy strategy, long poolBytes, Region region) {
        Client client = Client.startFor(library, strategy.info(), poolBytes);
        client.draw(SuiteBenchmark.seed());
        return new AttachedBuffer(region, client, strategy.attach(client));
    }

    Path file() {
        return client.file();
    }

    Region whole() {
        return whole;
    }

    AttachedPool pool() {
        return pool;
    }

    BatchReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
        pool.close();
        client.close();
    }
}
