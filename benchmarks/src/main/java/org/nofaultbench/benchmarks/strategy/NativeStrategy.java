// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Recovery;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.TimedOutcome;

/** A row of the native registry. */
record NativeStrategy(StrategyInfo info) implements Strategy {

    @Override
    public AttachedPool attach(Client client) {
        return Pool.attach(info, client);
    }

    @Override
    public TimedOutcome recover(Client client, long seed, Region region, long keepBytes, long repeats) {
        return Recovery.measure(info, client, seed, region, keepBytes, repeats);
    }
}
