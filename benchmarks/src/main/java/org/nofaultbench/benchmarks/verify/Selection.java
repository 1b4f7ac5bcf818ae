// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.util.List;
import java.util.Optional;

/**
 * Which experiments are wanted.
 *
 * @param strategies ids; empty for all
 * @param properties ids; empty for all
 * @param recoveries recoveries of the short stress in each case that has one, at least 1
 */
public record Selection(List<String> strategies, List<String> properties, int recoveries) {

    public static final int USUAL_RECOVERIES = 2000;

    public static Selection everything() {
        return new Selection(List.of(), List.of(), USUAL_RECOVERIES);
    }

    /** The part that one source can make; empty where that is nothing. */
    Optional<Selection> partOf(PropertySource source) {
        Selection own = new Selection(
                common(strategies, source.strategies()), common(properties, source.properties()), recoveries);
        boolean nothing =
                own.strategies.isEmpty() && !strategies.isEmpty() || own.properties.isEmpty() && !properties.isEmpty();
        return nothing ? Optional.empty() : Optional.of(own);
    }

    private static List<String> common(List<String> wanted, List<String> known) {
        return wanted.stream().filter(known::contains).distinct().toList();
    }

    boolean includes(String strategy, String property) {
        return (strategies.isEmpty() || strategies.contains(strategy))
                && (properties.isEmpty() || properties.contains(property));
    }

    /** Whether no experiment is left out, so that what comes of it is a proof. */
    public boolean isWhole() {
        return strategies.isEmpty() && properties.isEmpty();
    }
}
