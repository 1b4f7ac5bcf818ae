// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Eligibility.Rank;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Judges every strategy by what it survives. However fast, a strategy that a client can kill the compositor through is shown
 * and not recommended: it has to survive whatever the experiments named {@code survives-} do to a reader.
 */
final class Robustness {

    private static final String SURVIVES = "survives-";
    /** What only a writer has to survive. */
    private static final String OF_WRITERS = "survives-lost-write";
    /** Asked of every strategy, also where a manifest knows of no property at all. */
    private static final String LEAST = "survives-truncation";

    private final List<StrategyEntry> strategies;
    private final Set<String> apart;
    private final Set<String> properties = new LinkedHashSet<>();
    private final Set<String> needed = new LinkedHashSet<>(Set.of(LEAST));

    private Robustness(Analysis analysis) {
        strategies = analysis.run().manifest().strategies();
        apart = analysis.panels(analysis.cells(), Set.of(Panel.STRATEGY)).stream()
                .filter(Panel::isApart)
                .flatMap(panel -> panel.values(Panel.STRATEGY).stream())
                .collect(Collectors.toSet());
        boolean proven = strategies.stream().anyMatch(strategy -> strategy.proven() != null);
        strategies.forEach(strategy -> properties.addAll(
                proven ? strategy.proven() == null ? Set.of() : strategy.proven().keySet() : strategy.declared()));
        properties.stream().filter(property -> property.startsWith(SURVIVES) && !property.equals(OF_WRITERS)).forEach(needed::add);
    }

    static List<Eligibility> judge(Analysis analysis) {
        Robustness robustness = new Robustness(analysis);
        return robustness.strategies.stream().map(robustness::strategy).toList();
    }

    private Eligibility strategy(StrategyEntry strategy) {
        List<String> held = properties.stream().filter(property -> holds(strategy, property)).toList();
        List<String> lost = properties.stream().filter(property -> loses(strategy, property)).toList();
        List<String> onItsWord = needed.stream()
                .filter(property -> !wasSeen(strategy, property) && strategy.declared().contains(property))
                .toList();
        List<String> deadly = needed.stream()
                .filter(property -> !holds(strategy, property) && !onItsWord.contains(property))
                .toList();
        Rank rank = rank(strategy, deadly);
        return new Eligibility(strategy, rank, why(strategy, rank, deadly), held, lost, onItsWord);
    }

    private Rank rank(StrategyEntry strategy, List<String> deadly) {
        if (strategy.skipped()) {
            return Rank.SKIPPED;
        }
        if (apart.contains(strategy.id())) {
            return Rank.APART;
        }
        if (!deadly.isEmpty()) {
            return Rank.UNSAFE;
        }
        if (strategy.standIn()) {
            return Rank.STAND_IN;
        }
        return strategy.family().equals("sealed") ? Rank.WITH_CLIENT : Rank.RECOMMENDED;
    }

    private static String why(StrategyEntry strategy, Rank rank, List<String> deadly) {
        return switch (rank) {
            case RECOMMENDED -> "";
            case WITH_CLIENT -> "only for clients that sealed their file; the others need something else";
            case STAND_IN -> "it stands in for what no released kernel has";
            case UNSAFE -> "not shown to survive: " + String.join(", ", deadly);
            case APART -> "its loop is not compared with the others";
            case SKIPPED -> strategy.skipReason();
        };
    }

    private static boolean wasSeen(StrategyEntry strategy, String property) {
        Observation seen = seen(strategy, property);
        return seen != null && seen.observed() != Observed.SKIPPED;
    }

    private static boolean holds(StrategyEntry strategy, String property) {
        return strategy.proven() == null
                ? strategy.declared().contains(property)
                : wasSeen(strategy, property) && seen(strategy, property).observed() == Observed.YES;
    }

    private static boolean loses(StrategyEntry strategy, String property) {
        return strategy.proven() == null
                ? !strategy.declared().contains(property)
                : wasSeen(strategy, property) && seen(strategy, property).observed() != Observed.YES;
    }

    private static Observation seen(StrategyEntry strategy, String property) {
        return strategy.proven() == null ? null : strategy.proven().get(property);
    }
}
