// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Whether a strategy may be recommended, and what it holds and loses in robustness. However fast, a strategy that a client can
 * kill the compositor through is shown and not recommended.
 *
 * @param why not, in words; empty for {@link Rank#RECOMMENDED}
 * @param held properties that were observed; declared ones where nothing was proven on this kernel
 * @param lost properties that were observed not to hold, or that it does not declare where nothing was proven
 * @param onItsWord properties that it needs to be recommended and that no experiment confirmed
 */
record Eligibility(
        StrategyEntry strategy, Rank rank, String why, List<String> held, List<String> lost, List<String> onItsWord) {

    enum Rank {
        RECOMMENDED,
        /** For clients that sealed their file; the others need something else beside it. */
        WITH_CLIENT,
        /** It stands in for what no released kernel has. */
        STAND_IN,
        /** A client can kill the compositor, or nobody knows whether it can. */
        UNSAFE,
        /** Its loop is not compared with the others. */
        APART,
        SKIPPED
    }

    private static final String SURVIVES = "survives-";
    /** What only a writer has to survive. */
    private static final String OF_WRITERS = "survives-lost-write";
    /** Asked of every strategy, also where a manifest knows of no property at all. */
    private static final String LEAST = "survives-truncation";

    /** Every strategy of a run, in the order of its manifest. */
    static List<Eligibility> of(Analysis analysis) {
        List<StrategyEntry> strategies = analysis.run().manifest().strategies();
        Set<String> apart = analysis.panels(analysis.cells(), Set.of(Panel.STRATEGY)).stream()
                .filter(Panel::isApart)
                .flatMap(panel -> panel.values(Panel.STRATEGY).stream())
                .collect(Collectors.toSet());
        boolean proven = strategies.stream().anyMatch(strategy -> strategy.proven() != null);
        Set<String> properties = new LinkedHashSet<>();
        for (StrategyEntry strategy : strategies) {
            Set<String> tried =
                    strategy.proven() == null ? Set.of() : strategy.proven().keySet();
            properties.addAll(proven ? tried : strategy.declared());
        }
        Set<String> needed = new LinkedHashSet<>(Set.of(LEAST));
        properties.stream()
                .filter(property -> property.startsWith(SURVIVES) && !property.equals(OF_WRITERS))
                .forEach(needed::add);
        return strategies.stream()
                .map(strategy -> of(strategy, properties, needed, apart.contains(strategy.id())))
                .toList();
    }

    private static Eligibility of(StrategyEntry strategy, Set<String> properties, Set<String> needed, boolean apart) {
        List<String> held = properties.stream()
                .filter(property -> state(strategy, property).orElse(false))
                .toList();
        List<String> lost = properties.stream()
                .filter(property -> !state(strategy, property).orElse(true))
                .toList();
        List<String> onItsWord = needed.stream()
                .filter(property -> strategy.declared().contains(property)
                        && (strategy.proven() == null
                                || state(strategy, property).isEmpty()))
                .toList();
        List<String> deadly = needed.stream()
                .filter(property -> !held.contains(property) && !onItsWord.contains(property))
                .toList();
        Rank rank = rank(strategy, apart, !deadly.isEmpty());
        String why = switch (rank) {
            case RECOMMENDED -> "";
            case WITH_CLIENT -> "only for clients that sealed their file; the others need something else";
            case STAND_IN -> "it stands in for what no released kernel has";
            case UNSAFE -> "not shown to survive: " + String.join(", ", deadly);
            case APART -> "its loop is not compared with the others";
            case SKIPPED -> strategy.skipReason();
        };
        return new Eligibility(strategy, rank, why, held, lost, onItsWord);
    }

    private static Rank rank(StrategyEntry strategy, boolean apart, boolean deadly) {
        if (strategy.skipped()) {
            return Rank.SKIPPED;
        }
        if (apart || deadly) {
            return apart ? Rank.APART : Rank.UNSAFE;
        }
        if (strategy.standIn()) {
            return Rank.STAND_IN;
        }
        return strategy.family().equals("sealed") ? Rank.WITH_CLIENT : Rank.RECOMMENDED;
    }

    /** Whether it holds; empty where the experiment was skipped. */
    private static Optional<Boolean> state(StrategyEntry strategy, String property) {
        return strategy.proven() == null
                ? Optional.of(strategy.declared().contains(property))
                : Optional.ofNullable(strategy.proven().get(property))
                        .map(Observation::observed)
                        .filter(observed -> observed != Observed.SKIPPED)
                        .map(observed -> observed == Observed.YES);
    }

    String id() {
        return strategy.id();
    }

    boolean mayBeRecommended() {
        return rank == Rank.RECOMMENDED;
    }

    boolean needsClient() {
        return rank == Rank.WITH_CLIENT;
    }

    /** Whether its times mean anything beside the others'. */
    boolean isComparable() {
        return rank != Rank.APART && rank != Rank.SKIPPED;
    }

    boolean copies() {
        return strategy.family().equals("copy");
    }

    /** Name in a legend or at a row; a stand-in is called one there too. */
    String name() {
        return strategy.standIn() ? id() + " (stand-in)" : id();
    }
}
