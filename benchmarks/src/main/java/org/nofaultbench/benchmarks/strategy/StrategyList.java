// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.TimedOutcome;

/** Every strategy in display order: the native registry, and then those in Java. Ids have no other source. */
public final class StrategyList {

    private static final List<IntFunction<JvmStrategy>> IN_JAVA = List.of(JvmMapped::new, JvmHeap::new);

    private record NativeStrategy(StrategyInfo info) implements Strategy {

        @Override
        public AttachedPool attach(Client client) {
            return Pool.attach(info, client);
        }

        @Override
        public TimedOutcome recover(Client client, long seed, Region region, long keepBytes, long repeats) {
            return Pool.recover(info, client, seed, region, keepBytes, repeats);
        }
    }

    private StrategyList() {}

    public static List<Strategy> all(NofaultLibrary library) {
        List<Strategy> all = new ArrayList<>();
        library.strategies().forEach(row -> all.add(new NativeStrategy(row)));
        IN_JAVA.forEach(row -> all.add(row.apply(all.size())));
        return List.copyOf(all);
    }

    public static List<JvmStrategy> inJava(NofaultLibrary library) {
        return all(library).stream()
                .filter(JvmStrategy.class::isInstance)
                .map(JvmStrategy.class::cast)
                .toList();
    }

    public static List<StrategyInfo> rows(NofaultLibrary library) {
        return all(library).stream().map(Strategy::info).toList();
    }

    public static Optional<Strategy> find(NofaultLibrary library, String id) {
        return all(library).stream()
                .filter(strategy -> strategy.info().id().equals(id))
                .findFirst();
    }
}
