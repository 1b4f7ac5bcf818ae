// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.TimedOutcome;

/** One way to read a client's file, in C or in Java. */
public interface Strategy {

    StrategyInfo info();

    /** Attaches the whole of the client's file. */
    AttachedPool attach(Client client);

    /**
     * Measures {@code repeats} recoveries, each on a pool of its own.
     *
     * @param seed frame that the client draws before each
     * @param keepBytes what the client leaves of its file; 0 loses everything
     */
    TimedOutcome recover(Client client, long seed, Region region, long keepBytes, long repeats);
}
