// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/**
 * One scenario's answer.
 *
 * @param options every strategy in the order of the manifest, also those whose cost is not known
 * @param recommended the one to use; empty where none may be recommended
 * @param mix the strategy for sealed files where clients have sealed theirs: with the cost of a read weighted by the share of
 *     either and judged against the recommended way for all of them; empty where none have
 */
@RecordBuilder
record Choice(Scenario scenario, List<Option> options, Optional<Option> recommended, Optional<Option> mix)
        implements ChoiceBuilder.With {

    /**
     * One strategy.
     *
     * @param cost of one read
     * @param judgement against the fastest of those that may be recommended; empty for that one and without a figure
     * @param fastest whether it is that one
     * @param key what identifies the cost in {@code report.json}
     */
    record Option(Eligibility strategy, Times cost, Optional<Judgement> judgement, boolean fastest, String key) {

        /** Not shown to be slower than the fastest. */
        boolean keepsUp() {
            return fastest
                    || judgement.filter(one -> one.verdict() != Verdict.SLOWER).isPresent();
        }

        boolean isFaster() {
            return judgement.filter(one -> one.verdict() == Verdict.FASTER).isPresent();
        }

        boolean isCandidate() {
            return strategy.mayBeRecommended() && keepsUp();
        }

        Entry microseconds() {
            return cost.figure(key, Scale.MICROSECONDS);
        }
    }

    /** With every strategy judged and none recommended yet. */
    static Choice among(List<Eligibility> strategies, Scenario scenario, Costs costs, InterimAnalyses looks) {
        Map<Eligibility, Times> times = new LinkedHashMap<>();
        strategies.forEach(strategy -> times.put(strategy, costs.of(strategy, scenario)));
        Eligibility fastest = strategies.stream()
                .filter(strategy ->
                        strategy.mayBeRecommended() && !times.get(strategy).isMissing())
                .min(Comparator.comparingDouble(strategy -> times.get(strategy).median()))
                .orElse(null);
        Map<Eligibility, PairedRounds> rows = new LinkedHashMap<>();
        if (fastest != null) {
            times.forEach((strategy, cost) -> rows.put(strategy, cost.over(times.get(fastest))));
            rows.remove(fastest);
        }
        Map<Eligibility, Judgement> judgements = judge(rows, looks);
        List<Option> options = strategies.stream()
                .map(strategy -> new Option(
                        strategy,
                        times.get(strategy),
                        Optional.ofNullable(judgements.get(strategy)),
                        strategy.equals(fastest),
                        scenario.key() + " strategy=" + strategy.id()))
                .toList();
        return new Choice(scenario, options, Optional.empty(), Optional.empty());
    }

    /** Those of the rows that have a round. */
    static <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows, InterimAnalyses looks) {
        rows.values().removeIf(pair -> pair.rounds().isEmpty());
        return looks.judge(rows);
    }

    Option option(Eligibility strategy) {
        return options.stream()
                .filter(option -> option.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    boolean recommends(Eligibility strategy) {
        return recommended.filter(use -> use.strategy().equals(strategy)).isPresent();
    }

    /** Those whose cost is known. */
    List<Option> known() {
        return options.stream().filter(option -> !option.cost().isMissing()).toList();
    }

    Optional<Option> fastest() {
        return options.stream().filter(Option::fastest).findFirst();
    }

    /** Whether it is an upload or a blend. */
    boolean isStaged() {
        return scenario.use() != Scenario.Use.READ;
    }
}
