// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<String> properties = strategies.stream()
                .filter(strategy -> !proven || strategy.proven() != null)
                .flatMap(strategy -> (proven ? strategy.proven().keySet() : strategy.declared()).stream())
                .distinct()
                .toList();
        return strategies.stream()
                .map(strategy -> of(strategy, properties, apart.contains(strategy.id())))
                .toList();
    }

    private static Eligibility of(StrategyEntry strategy, List<String> properties, boolean apart) {
        boolean unproven = strategy.proven() == null;
        List<String> needed = Stream.concat(Stream.of(LEAST), properties.stream())
                .filter(property -> property.startsWith(SURVIVES) && !property.equals(OF_WRITERS))
                .distinct()
                .toList();
        List<String> declared = strategy.declared();
        List<String> held = only(properties, unproven ? declared::contains : strategy::has);
        List<String> lost =
                only(properties, property -> !held.contains(property) && (unproven || isTried(strategy, property)));
        List<String> onItsWord =
                only(needed, property -> declared.contains(property) && (unproven || !isTried(strategy, property)));
        List<String> deadly = only(needed, property -> !held.contains(property) && !onItsWord.contains(property));
        Rank rank = strategy.skipped()
                ? Rank.SKIPPED
                : apart ? Rank.APART : deadly.isEmpty() ? rank(strategy) : Rank.UNSAFE;
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

    /** Of one that survives. */
    private static Rank rank(StrategyEntry strategy) {
        boolean sealed = strategy.family().equals("sealed");
        return strategy.standIn() ? Rank.STAND_IN : sealed ? Rank.WITH_CLIENT : Rank.RECOMMENDED;
    }

    private static List<String> only(List<String> properties, Predicate<String> trait) {
        return properties.stream().filter(trait).toList();
    }

    /** An experiment that was begun and gave no answer counts as lost. */
    private static boolean isTried(StrategyEntry strategy, String property) {
        Observation seen = strategy.proven().get(property);
        return seen != null && seen.observed() != Observed.SKIPPED;
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
        return strategy.label();
    }
}
