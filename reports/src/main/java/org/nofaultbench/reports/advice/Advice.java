// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Percent;

/**
 * Which strategy to use on the machine of a run.
 *
 * <p>In every scenario each strategy is compared with the one of the least median that may be recommended; the strategies of
 * one scenario are judged together, since that is what somebody looks up. Whatever is not shown to be SLOWER keeps up. The
 * first choice is the strategy that keeps up in most uploads and blends, which are what compositors do, then in most pure
 * reads, their bound, then the one that holds most properties; a scenario has another answer only where the first choice does
 * not keep up, so that a difference of noise sends nobody to build two paths.
 *
 * @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking
 * @param eligibilities every strategy in the order of the manifest
 * @param firstChoice the one to use wherever nothing else is said; empty where none may be recommended
 * @param choices one a scenario
 * @param breakEvens where copying and not copying change places, by quantity
 * @param models what each strategy adds to the unguarded read, by size
 * @param regrets how the choice does at sizes that were left out of it
 * @param sources what each part of a cost was taken from
 */
record Advice(
        Analysis analysis,
        Percent clientShare,
        List<Eligibility> eligibilities,
        Optional<Eligibility> firstChoice,
        List<Choice> choices,
        List<BreakEvens> breakEvens,
        List<SizeModel> models,
        List<Regret> regrets,
        Map<String, List<String>> sources) {

    /**
     * The choice validated at one size: it was made from the other sizes alone.
     *
     * @param scenario a read of the whole buffer of the size that was left out
     * @param used the first choice of the others
     * @param best the fastest there of those that may be recommended
     * @param ratio of the time of the used over that of the best; at least 1 but for noise
     */
    record Regret(Scenario scenario, Eligibility used, Eligibility best, Estimate ratio) {}

    static Advice of(Analysis analysis, Percent clientShare) {
        Costs costs = new Costs(analysis);
        List<Eligibility> eligibilities = Eligibility.of(analysis);
        List<Scenario> scenarios = Scenario.all(costs);
        List<Choice> open = scenarios.stream()
                .map(scenario -> Choice.among(eligibilities, scenario, costs, analysis.looks()))
                .toList();
        Optional<Eligibility> first = first(open);
        List<Choice> choices = open.stream()
                .map(choice -> choice.withRecommended(recommended(choice, first)))
                .toList();
        Optional<Eligibility> sealed = eligibilities.stream()
                .filter(strategy -> strategy.needsClient() && clientShare.value() > 0)
                .findFirst();
        List<SizeModel> models = costs.whole(Use.READ).stream()
                .limit(1)
                .flatMap(panel -> eligibilities.stream()
                        .filter(Eligibility::isComparable)
                        .flatMap(strategy ->
                                SizeModel.fit(strategy.id(), analysis, panel.at(Panel.STRATEGY, strategy.id()))
                                        .stream()))
                .toList();
        return new Advice(
                analysis,
                clientShare,
                eligibilities,
                first,
                sealed.map(strategy -> mixed(choices, strategy, clientShare, analysis))
                        .orElse(choices),
                new BreakEvens.Maker(costs, eligibilities, analysis.looks()).all(scenarios),
                models,
                regrets(open),
                costs.sources());
    }

    /** Leaves each size out of the choice, one after another (Stone, Journal of the Royal Statistical Society B 36, 1974). */
    static List<Regret> regrets(List<Choice> choices) {
        List<Regret> regrets = new ArrayList<>();
        for (Choice left : choices) {
            Scenario scenario = left.scenario();
            Optional<Eligibility> used = first(choices.stream()
                    .filter(choice -> !choice.scenario().size().equals(scenario.size()))
                    .toList());
            if (scenario.isWhole() && scenario.isKept() && left.fastest().isPresent() && used.isPresent()) {
                Option best = left.fastest().get();
                PairedRounds rounds = left.option(used.get()).cost().over(best.cost());
                rounds.ratio()
                        .ifPresent(ratio -> regrets.add(new Regret(scenario, used.get(), best.strategy(), ratio)));
            }
        }
        return regrets;
    }

    /** Judged as a table of their own: it asks another question, whether a second path pays. */
    private static List<Choice> mixed(
            List<Choice> choices, Eligibility sealed, Percent clientShare, Analysis analysis) {
        Map<Scenario, Times> mixes = new LinkedHashMap<>();
        Map<Scenario, PairedRounds> rows = new LinkedHashMap<>();
        choices.forEach(choice -> choice.recommended().ifPresent(other -> {
            Times ofSealed = choice.option(sealed).cost().times(clientShare.fraction());
            Times mix = ofSealed.plus(other.cost().times(1 - clientShare.fraction()));
            mixes.put(choice.scenario(), mix);
            rows.put(choice.scenario(), mix.over(other.cost()));
        }));
        Map<Scenario, Judgement> judgements = Choice.judge(rows, analysis.looks());
        return choices.stream()
                .map(choice -> choice.withMix(choice.recommended()
                        .map(other -> new Option(
                                sealed,
                                mixes.get(choice.scenario()),
                                Optional.ofNullable(judgements.get(choice.scenario())),
                                false,
                                choice.scenario().key() + " mix=" + clientShare + " sealed=" + sealed.id()
                                        + " strategy=" + other.strategy().id()))))
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

    /**
     * By uploads and blends, then by pure reads; of several the one that holds most properties. Of equals the
     * first of the manifest: their medians differ by noise, and two runs of one machine would name one each.
     */
    private static Optional<Eligibility> first(List<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(Option::isCandidate)
                .map(Option::strategy)
                .distinct()
                .max(Comparator.<Eligibility>comparingLong(strategy -> keptUp(choices, strategy, true))
                        .thenComparingLong(strategy -> keptUp(choices, strategy, false))
                        .thenComparingInt(strategy -> strategy.held().size()));
    }

    /** In how many choices of uploads and blends, or of pure reads, a strategy keeps up. */
    static long keptUp(List<Choice> choices, Eligibility strategy, boolean staged) {
        return choices.stream()
                .filter(choice ->
                        choice.isStaged() == staged && choice.option(strategy).keepsUp())
                .count();
    }

    /** What was not measured, with the strategies whose cost it keeps unknown in some scenario. */
    Map<String, Set<String>> missing() {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(option -> option.strategy().isComparable())
                .forEach(option -> option.cost()
                        .missing()
                        .forEach(what -> missing.computeIfAbsent(what, name -> new LinkedHashSet<>())
                                .add(option.strategy().id())));
        return missing;
    }
}
