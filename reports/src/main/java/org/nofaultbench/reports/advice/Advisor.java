// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Percent;

/**
 * Makes advice from a run.
 *
 * <p>In every scenario each strategy is compared with the one of the least median that may be recommended; the strategies of
 * one scenario are judged together, since that is what somebody looks up. Whatever is not shown to be SLOWER keeps up. The
 * first choice is the strategy that keeps up in most uploads and blends, which are what compositors do, then in most pure
 * reads, their bound, then the one that holds most properties; a scenario has another answer only where the first choice does
 * not keep up, so that a difference of noise sends nobody to build two paths.
 */
final class Advisor {

    private final Analysis analysis;
    private final Costs costs;
    private final List<Eligibility> eligibilities;

    private Advisor(Analysis analysis) {
        this.analysis = analysis;
        this.costs = new Costs(analysis);
        this.eligibilities = Eligibility.of(analysis);
    }

    /** @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking */
    static Advice advise(Analysis analysis, Percent clientShare) {
        return new Advisor(analysis).advice(clientShare);
    }

    private Advice advice(Percent clientShare) {
        List<Scenario> scenarios = Scenario.all(costs);
        List<Choice> open = scenarios.stream().map(this::open).toList();
        Optional<Eligibility> first = first(open);
        List<Choice> chosen = open.stream()
                .map(choice -> choice.withRecommended(recommended(choice, first)))
                .toList();
        return new Advice(
                analysis,
                clientShare,
                eligibilities,
                first,
                mixed(chosen, clientShare),
                new BreakEvens.Maker(costs, eligibilities, analysis.looks()).all(scenarios),
                models(),
                regrets(open),
                costs.sources());
    }

    /** With every strategy judged and none recommended yet. */
    private Choice open(Scenario scenario) {
        Map<Eligibility, Times> times = new LinkedHashMap<>();
        eligibilities.forEach(strategy -> times.put(strategy, costs.of(strategy, scenario)));
        Optional<Eligibility> fastest = eligibilities.stream()
                .filter(strategy ->
                        strategy.mayBeRecommended() && !times.get(strategy).isMissing())
                .min(Comparator.comparingDouble(strategy -> times.get(strategy).median()));
        Map<Eligibility, PairedRounds> rows = new LinkedHashMap<>();
        fastest.ifPresent(best -> {
            times.forEach((strategy, cost) -> rows.put(strategy, cost.over(times.get(best))));
            rows.remove(best);
        });
        Map<Eligibility, Judgement> judgements = judge(rows);
        List<Option> options = eligibilities.stream()
                .map(strategy -> new Option(
                        strategy,
                        times.get(strategy),
                        Optional.ofNullable(judgements.get(strategy)),
                        fastest.filter(strategy::equals).isPresent(),
                        scenario.key() + " strategy=" + strategy.id()))
                .toList();
        return new Choice(scenario, options, Optional.empty(), Optional.empty());
    }

    /** Those of the rows that have a round. */
    private <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows) {
        rows.values().removeIf(pair -> pair.rounds().isEmpty());
        return analysis.looks().judge(rows);
    }

    private List<SizeModel> models() {
        return costs.whole(Use.READ).stream()
                .limit(1)
                .flatMap(panel -> eligibilities.stream()
                        .filter(Eligibility::isComparable)
                        .flatMap(strategy ->
                                SizeModel.fit(strategy.id(), analysis, panel.at(Panel.STRATEGY, strategy.id()))
                                        .stream()))
                .toList();
    }

    /** Leaves each size out of the choice, one after another (Stone, Journal of the Royal Statistical Society B 36, 1974). */
    static List<Advice.Regret> regrets(List<Choice> choices) {
        List<Advice.Regret> regrets = new ArrayList<>();
        for (Choice left : choices) {
            Scenario scenario = left.scenario();
            Optional<Eligibility> used = first(choices.stream()
                    .filter(choice -> !choice.scenario().size().equals(scenario.size()))
                    .toList());
            if (scenario.isWhole() && scenario.isKept() && used.isPresent()) {
                left.fastest()
                        .ifPresent(best -> left.option(used.get())
                                .cost()
                                .over(best.cost())
                                .ratio()
                                .ifPresent(ratio ->
                                        regrets.add(new Advice.Regret(scenario, used.get(), best.strategy(), ratio))));
            }
        }
        return List.copyOf(regrets);
    }

    /** Judged as a table of their own: it asks another question, whether a second path pays. */
    private List<Choice> mixed(List<Choice> choices, Percent clientShare) {
        Optional<Eligibility> sealed =
                eligibilities.stream().filter(Eligibility::needsClient).findFirst();
        if (sealed.isEmpty() || clientShare.value() == 0) {
            return choices;
        }
        Map<Scenario, Times> mixes = new LinkedHashMap<>();
        Map<Scenario, PairedRounds> rows = new LinkedHashMap<>();
        choices.forEach(choice -> choice.recommended().ifPresent(other -> {
            Times ofSealed = choice.option(sealed.get()).cost().times(clientShare.fraction());
            Times mix = ofSealed.plus(other.cost().times(1 - clientShare.fraction()));
            mixes.put(choice.scenario(), mix);
            rows.put(choice.scenario(), mix.over(other.cost()));
        }));
        Map<Scenario, Judgement> judgements = judge(rows);
        return choices.stream()
                .map(choice -> choice.withMix(Optional.ofNullable(mixes.get(choice.scenario()))
                        .map(mix ->
                                new Mix(sealed.get(), mix, Optional.ofNullable(judgements.get(choice.scenario()))))))
                .toList();
    }

    /** The first choice where it keeps up; otherwise, of those that do, the one that holds most properties. */
    private static Optional<Option> recommended(Choice choice, Optional<Eligibility> first) {
        return first.map(choice::option)
                .filter(Option::isCandidate)
                .or(() -> choice.options().stream()
                        .filter(Option::isCandidate)
                        .max(Comparator.<Option>comparingInt(
                                        option -> option.strategy().held().size())
                                .thenComparingDouble(option -> -option.cost().median())));
    }

    /** By uploads and blends, then by pure reads; of several the one that holds most properties, then the faster one. */
    private static Optional<Eligibility> first(List<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(Option::isCandidate)
                .map(Option::strategy)
                .distinct()
                .max(Comparator.<Eligibility>comparingLong(strategy -> keptUp(choices, strategy, true))
                        .thenComparingLong(strategy -> keptUp(choices, strategy, false))
                        .thenComparingInt(strategy -> strategy.held().size())
                        .thenComparingDouble(strategy -> -meanLog(choices, strategy)));
    }

    /** In how many choices of uploads and blends, or of pure reads, a strategy keeps up. */
    static long keptUp(List<Choice> choices, Eligibility strategy, boolean staged) {
        return choices.stream()
                .filter(choice ->
                        choice.isStaged() == staged && choice.option(strategy).keepsUp())
                .count();
    }

    private static double meanLog(List<Choice> choices, Eligibility strategy) {
        return choices.stream()
                .map(choice -> choice.option(strategy).cost())
                .filter(cost -> !cost.isMissing())
                .mapToDouble(cost -> Math.log(cost.median()))
                .average()
                .orElse(0);
    }
}
