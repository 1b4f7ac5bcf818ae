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
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Eligibility.Rank;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Percent;

/**
 * Makes advice from a run.
 *
 * <p>In every scenario each strategy is compared with the one of the least median that may be recommended; the strategies of
 * one scenario are judged together, since that is what somebody looks up. Whatever is not shown to be SLOWER keeps up. The first choice is the strategy that keeps up in most
 * scenarios, then the one that holds most properties; a scenario has another answer only where the first choice does not
 * keep up, so that a difference of noise sends nobody to build two paths.
 */
public final class Advisor {

    private record Row(Scenario scenario, Eligibility strategy) {}

    private final Analysis analysis;
    private final Percent clientShare;
    private final CostInputs inputs;
    private final CostModel costs;
    private final List<Eligibility> eligibilities;
    private final List<Scenario> scenarios;
    private final Map<Row, Times> times = new LinkedHashMap<>();

    private Advisor(Analysis analysis, Percent clientShare) {
        this.analysis = analysis;
        this.clientShare = clientShare;
        this.inputs = new CostInputs(analysis);
        this.costs = new CostModel(inputs);
        this.eligibilities = Robustness.judge(analysis);
        this.scenarios = Scenario.all(inputs);
        for (Scenario scenario : scenarios) {
            eligibilities.forEach(strategy -> times.put(new Row(scenario, strategy), costs.of(strategy, scenario)));
        }
    }

    /** @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking */
    public static Advice advise(Analysis analysis, Percent clientShare) {
        return new Advisor(analysis, clientShare).advice();
    }

    private Advice advice() {
        Map<Scenario, Eligibility> fastest = new LinkedHashMap<>();
        scenarios.forEach(scenario -> eligibilities.stream()
                .filter(strategy ->
                        strategy.mayBeRecommended() && !cost(scenario, strategy).isMissing())
                .min(Comparator.comparingDouble(
                        strategy -> cost(scenario, strategy).median()))
                .ifPresent(strategy -> fastest.put(scenario, strategy)));
        Map<Row, Judgement> judgements = judged(fastest);
        List<Choice> open = scenarios.stream()
                .map(scenario -> new Choice(
                        scenario,
                        options(scenario, fastest.get(scenario), judgements),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        Optional<Eligibility> first = new Ranking(open).first();
        List<Choice> chosen = open.stream()
                .map(choice -> new Choice(
                        choice.scenario(), choice.options(), Ranking.recommended(choice, first), Optional.empty()))
                .toList();
        return new Advice(
                analysis,
                clientShare,
                eligibilities,
                first,
                mixed(chosen),
                new CurveMaker(inputs, costs, eligibilities, analysis.looks()).all(scenarios),
                models(),
                regrets(open),
                inputs.sources());
    }

    private List<SizeModel> models() {
        return inputs.reads().stream()
                .limit(1)
                .flatMap(panel -> eligibilities.stream()
                        .filter(Eligibility::isComparable)
                        .flatMap(strategy ->
                                SizeModel.fit(strategy.id(), analysis, panel.at(Panel.STRATEGY, strategy.id()))
                                        .stream()))
                .toList();
    }

    /** Leaves each size out of the choice, one after another (Stone, Journal of the Royal Statistical Society B 36, 1974). */
    private List<Advice.Regret> regrets(List<Choice> choices) {
        List<Advice.Regret> regrets = new ArrayList<>();
        for (Choice left : choices) {
            Scenario scenario = left.scenario();
            List<Choice> others = choices.stream()
                    .filter(choice -> !choice.scenario().size().equals(scenario.size()))
                    .toList();
            Optional<Eligibility> best = left.options().stream()
                    .filter(Option::fastest)
                    .map(Option::strategy)
                    .findFirst();
            if (scenario.isWhole() && scenario.life().isKept() && best.isPresent()) {
                new Ranking(others)
                        .first()
                        .filter(used -> !cost(scenario, used).isMissing())
                        .flatMap(used -> new PairedRounds(
                                        cost(scenario, used).ns(),
                                        cost(scenario, best.get()).ns())
                                .ratio()
                                .map(ratio -> new Advice.Regret(scenario, used, best.get(), ratio)))
                        .ifPresent(regrets::add);
            }
        }
        return List.copyOf(regrets);
    }

    private Times cost(Scenario scenario, Eligibility strategy) {
        return times.get(new Row(scenario, strategy));
    }

    private Map<Row, Judgement> judged(Map<Scenario, Eligibility> fastest) {
        Map<Scenario, Map<Row, PairedRounds>> tables = new LinkedHashMap<>();
        times.forEach((row, cost) -> {
            Eligibility best = fastest.get(row.scenario());
            if (best != null && !best.equals(row.strategy()) && !cost.isMissing()) {
                add(
                        tables.computeIfAbsent(row.scenario(), scenario -> new LinkedHashMap<>()),
                        row,
                        cost,
                        cost(row.scenario(), best));
            }
        });
        Map<Row, Judgement> judged = new LinkedHashMap<>();
        tables.values().forEach(rows -> judged.putAll(analysis.looks().judge(rows)));
        return judged;
    }

    private static <K> void add(Map<K, PairedRounds> rows, K key, Times candidate, Times baseline) {
        PairedRounds pair = new PairedRounds(candidate.ns(), baseline.ns());
        if (!pair.rounds().isEmpty()) {
            rows.put(key, pair);
        }
    }

    private List<Option> options(Scenario scenario, Eligibility fastest, Map<Row, Judgement> judgements) {
        return eligibilities.stream()
                .map(strategy -> new Option(
                        strategy,
                        cost(scenario, strategy),
                        Optional.ofNullable(judgements.get(new Row(scenario, strategy))),
                        strategy.equals(fastest)))
                .toList();
    }

    /** Judged as a table of their own: it asks another question, whether a second path pays. */
    private List<Choice> mixed(List<Choice> choices) {
        Optional<Eligibility> sealed =
                eligibilities.stream().filter(Eligibility::needsClient).findFirst();
        if (sealed.isEmpty() || clientShare.value() == 0) {
            return choices;
        }
        Map<Scenario, Times> mixes = new LinkedHashMap<>();
        Map<Scenario, PairedRounds> rows = new LinkedHashMap<>();
        choices.forEach(choice -> choice.recommended().ifPresent(other -> {
            Times mix = cost(choice.scenario(), sealed.get())
                    .times(clientShare.fraction())
                    .plus(other.cost().times(1 - clientShare.fraction()));
            mixes.put(choice.scenario(), mix);
            if (!mix.isMissing()) {
                add(rows, choice.scenario(), mix, other.cost());
            }
        }));
        Map<Scenario, Judgement> judgements = analysis.looks().judge(rows);
        List<Choice> all = new ArrayList<>();
        choices.forEach(choice -> all.add(new Choice(
                choice.scenario(),
                choice.options(),
                choice.recommended(),
                Optional.ofNullable(mixes.get(choice.scenario()))
                        .map(mix ->
                                new Mix(sealed.get(), mix, Optional.ofNullable(judgements.get(choice.scenario())))))));
        return all;
    }

    /** Picks among strategies that keep up with the fastest. */
    private record Ranking(List<Choice> choices) {

        /** The one that keeps up in most scenarios; of several the one that holds most properties, then the faster one. */
        Optional<Eligibility> first() {
            return choices.stream()
                    .flatMap(choice -> choice.options().stream())
                    .map(Option::strategy)
                    .distinct()
                    .filter(strategy -> strategy.mayBeRecommended() && keptUp(strategy) > 0)
                    .max(Comparator.<Eligibility>comparingLong(this::keptUp)
                            .thenComparingInt(strategy -> strategy.held().size())
                            .thenComparingDouble(strategy -> -meanLog(strategy)));
        }

        private long keptUp(Eligibility strategy) {
            return options(strategy).stream().filter(Option::keepsUp).count();
        }

        private List<Option> options(Eligibility strategy) {
            return choices.stream()
                    .flatMap(choice -> choice.options().stream())
                    .filter(option ->
                            option.strategy().equals(strategy) && !option.cost().isMissing())
                    .toList();
        }

        private double meanLog(Eligibility strategy) {
            return options(strategy).stream()
                    .mapToDouble(option -> Math.log(option.cost().median()))
                    .average()
                    .orElse(0);
        }

        /** The first choice where it keeps up; otherwise, of those that do, the one that holds most properties. */
        static Optional<Option> recommended(Choice choice, Optional<Eligibility> first) {
            List<Option> keepUp = choice.options().stream()
                    .filter(option -> option.strategy().mayBeRecommended() && option.keepsUp())
                    .toList();
            return keepUp.stream()
                    .filter(option -> first.filter(option.strategy()::equals).isPresent())
                    .findFirst()
                    .or(() -> keepUp.stream()
                            .max(Comparator.<Option>comparingInt(
                                            option -> option.strategy().held().size())
                                    .thenComparingDouble(
                                            option -> -option.cost().median())));
        }
    }

    /**
     * Judges every strategy by what it survives. However fast, a strategy that a client can kill the compositor through is shown
     * and not recommended: it has to survive whatever the experiments named {@code survives-} do to a reader.
     */
    private static final class Robustness {

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
                    proven
                            ? strategy.proven() == null
                                    ? Set.of()
                                    : strategy.proven().keySet()
                            : strategy.declared()));
            properties.stream()
                    .filter(property -> property.startsWith(SURVIVES) && !property.equals(OF_WRITERS))
                    .forEach(needed::add);
        }

        static List<Eligibility> judge(Analysis analysis) {
            Robustness robustness = new Robustness(analysis);
            return robustness.strategies.stream().map(robustness::strategy).toList();
        }

        private Eligibility strategy(StrategyEntry strategy) {
            List<String> held = properties.stream()
                    .filter(property -> holds(strategy, property))
                    .toList();
            List<String> lost = properties.stream()
                    .filter(property -> loses(strategy, property))
                    .toList();
            List<String> onItsWord = needed.stream()
                    .filter(property ->
                            !wasSeen(strategy, property) && strategy.declared().contains(property))
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
}
