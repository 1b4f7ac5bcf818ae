// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;

/** Every strategy in display order: the native registry, and then those in Java. Ids have no other source. */
public final class StrategyList {

    private static final List<JvmStrategy.Row> IN_JAVA = List.of(JvmMapped::new, JvmHeap::new);

    private StrategyList() {}

    /** Every strategy, also those that cannot run here. */
    public static List<Strategy> all(NofaultLibrary library) {
        List<Strategy> all = new ArrayList<>();
        library.strategies().forEach(row -> all.add(new NativeStrategy(row)));
        IN_JAVA.forEach(row -> all.add(row.at(all.size())));
        return List.copyOf(all);
    }

    /** Those that are written in Java. */
    public static List<JvmStrategy> inJava(NofaultLibrary library) {
        return all(library).stream()
                .filter(JvmStrategy.class::isInstance)
                .map(JvmStrategy.class::cast)
                .toList();
    }

    /** The rows of all strategies. */
    public static List<StrategyInfo> rows(NofaultLibrary library) {
        return all(library).stream().map(Strategy::info).toList();
    }

    public static Optional<Strategy> find(NofaultLibrary library, String id) {
        return all(library).stream()
                .filter(strategy -> strategy.info().id().equals(id))
                .findFirst();
    }
}
