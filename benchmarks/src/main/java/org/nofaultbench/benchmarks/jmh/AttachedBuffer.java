// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Reader;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;

/** A client that has drawn one frame, and its file as one strategy has attached it. */
final class AttachedBuffer implements AutoCloseable {

    private final Region whole;
    private final Client client;
    private final Pool pool;
    private final Reader reader;

    private AttachedBuffer(Region region, Client client, Pool pool) {
        this.whole = region;
        this.client = client;
        this.pool = pool;
        this.reader = pool.reader(region);
    }

    /** A whole buffer, to be read whole. */
    static AttachedBuffer attach(String strategy, String size) {
        long bytes = BufferSize.of(size).bytes();
        return attach(strategy, bytes, Region.whole(bytes));
    }

    static AttachedBuffer attach(String strategyId, long poolBytes, Region region) {
        NofaultLibrary library = NofaultLibrary.load();
        StrategyInfo strategy = Strategies.runnable(library, strategyId);
        Client client = Client.startFor(library, strategy, poolBytes);
        client.draw(Seed.value());
        return new AttachedBuffer(region, client, Pool.attach(strategy, client));
    }

    Region whole() {
        return whole;
    }

    Pool pool() {
        return pool;
    }

    Reader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
        pool.close();
        client.close();
    }
}
