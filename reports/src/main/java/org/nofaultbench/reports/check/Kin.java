// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The strategies that are compared with one another, by whatever chain of baselines, with the first baseline of the run among
 * them. Advice is about these: others are measured by another loop.
 */
final class Kin {

    private final Set<String> strategies = new HashSet<>();

    Kin(RawRun run) {
        for (RawCell cell : run.cells().values()) {
            if (strategies.isEmpty() && hasKin(cell, run)) {
                strategies.add(run.baseline(cell).orElseThrow().strategy());
            }
        }
        int before = 0;
        while (before < strategies.size()) {
            before = strategies.size();
            run.cells().values().forEach(cell -> other(cell, run).ifPresent(baseline -> join(cell.strategy(), baseline.strategy())));
        }
    }

    /** Whether its baseline is compared with any strategy but itself. */
    private static boolean hasKin(RawCell cell, RawRun run) {
        String baseline = run.baseline(cell).map(RawCell::strategy).orElse(null);
        return baseline != null && run.cells().values().stream()
                .anyMatch(of -> other(of, run).isPresent()
                        && (baseline.equals(of.strategy()) || baseline.equals(other(of, run).get().strategy())));
    }

    /** The baseline where it is of another strategy. */
    private static Optional<RawCell> other(RawCell cell, RawRun run) {
        return run.baseline(cell)
                .filter(baseline -> cell.strategy() != null && baseline.strategy() != null && !cell.strategy().equals(baseline.strategy()));
    }

    private void join(String one, String other) {
        if (strategies.contains(one) || strategies.contains(other)) {
            strategies.add(one);
            strategies.add(other);
        }
    }

    /** Whether a strategy's cells stand apart from those that advice is about. */
    boolean isApart(String strategy) {
        return strategy != null && !strategies.isEmpty() && !strategies.contains(strategy);
    }
}
