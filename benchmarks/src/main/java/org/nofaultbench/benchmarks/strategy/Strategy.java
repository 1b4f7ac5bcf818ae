// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
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

    /** Every strategy in display order: the native registry, and then those in Java. Ids have no other source. */
    static List<Strategy> all(NofaultLibrary library) {
        List<Strategy> all = new ArrayList<>();
        library.strategies().forEach(row -> all.add(new NativeStrategy(row)));
        all.add(new JvmMapped(all.size()));
        all.add(new JvmHeap(all.size()));
        return List.copyOf(all);
    }

    static List<JvmStrategy> inJava(NofaultLibrary library) {
        return all(library).stream()
                .filter(JvmStrategy.class::isInstance)
                .map(JvmStrategy.class::cast)
                .toList();
    }

    static List<StrategyInfo> rows(NofaultLibrary library) {
        return all(library).stream().map(Strategy::info).toList();
    }

    static Optional<Strategy> find(NofaultLibrary library, String id) {
        return all(library).stream()
                .filter(strategy -> strategy.info().id().equals(id))
                .findFirst();
    }

    record NativeStrategy(StrategyInfo info) implements Strategy {

        @Override
        public AttachedPool attach(Client client) {
            return Pool.attach(info, client);
        }

        @Override
        public TimedOutcome recover(Client client, long seed, Region region, long keepBytes, long repeats) {
            return Pool.recover(info, client, seed, region, keepBytes, repeats);
        }
    }
}
