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
import org.nofaultbench.reports.analysis.Analysis;
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

    private record Row(Scenario scenario, Eligibility standing) {}

    private final Analysis analysis;
    private final Percent clientShare;
    private final CostInputs inputs;
    private final CostModel costs;
    private final List<Eligibility> standings;
    private final List<Scenario> scenarios;
    private final Map<Row, Times> times = new LinkedHashMap<>();

    private Advisor(Analysis analysis, Percent clientShare) {
        this.analysis = analysis;
        this.clientShare = clientShare;
        this.inputs = new CostInputs(analysis);
        this.costs = new CostModel(inputs);
        this.standings = Robustness.of(analysis);
        this.scenarios = new Scenarios(inputs).all();
        for (Scenario scenario : scenarios) {
            standings.forEach(standing -> times.put(new Row(scenario, standing), costs.of(standing, scenario)));
        }
    }

    /** @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking */
    public static Advice advise(Analysis analysis, Percent clientShare) {
        return new Advisor(analysis, clientShare).advice();
    }

    private Advice advice() {
        Map<Scenario, Eligibility> fastest = new LinkedHashMap<>();
        scenarios.forEach(scenario -> standings.stream()
                .filter(standing -> standing.mayBeRecommended() && !cost(scenario, standing).isMissing())
                .min(Comparator.comparingDouble(standing -> cost(scenario, standing).median()))
                .ifPresent(standing -> fastest.put(scenario, standing)));
        Map<Row, Judgement> judgements = judged(fastest);
        List<Choice> open = scenarios.stream()
                .map(scenario -> new Choice(scenario, options(scenario, fastest.get(scenario), judgements), Optional.empty(),
                        Optional.empty()))
                .toList();
        Optional<Eligibility> first = new Ranking(open).first();
        List<Choice> chosen = open.stream()
                .map(choice -> new Choice(choice.scenario(), choice.options(), Ranking.recommended(choice, first), Optional.empty()))
                .toList();
        return new Advice(analysis, clientShare, standings, first, mixed(chosen),
                new CurveMaker(inputs, costs, standings, analysis.looks()).all(scenarios),
                inputs.sources());
    }

    private Times cost(Scenario scenario, Eligibility standing) {
        return times.get(new Row(scenario, standing));
    }

    private Map<Row, Judgement> judged(Map<Scenario, Eligibility> fastest) {
        Map<Scenario, Map<Row, PairedRounds>> tables = new LinkedHashMap<>();
        times.forEach((row, cost) -> {
            Eligibility best = fastest.get(row.scenario());
            if (best != null && !best.equals(row.standing()) && !cost.isMissing()) {
                add(tables.computeIfAbsent(row.scenario(), scenario -> new LinkedHashMap<>()), row, cost,
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
        return standings.stream()
                .map(standing -> new Option(standing, cost(scenario, standing),
                        Optional.ofNullable(judgements.get(new Row(scenario, standing))), standing.equals(fastest)))
                .toList();
    }

    /** Judged as a table of their own: it asks another question, whether a second path pays. */
    private List<Choice> mixed(List<Choice> choices) {
        Optional<Eligibility> sealed = standings.stream().filter(Eligibility::needsClient).findFirst();
        if (sealed.isEmpty() || clientShare.value() == 0) {
            return choices;
        }
        Map<Scenario, Times> mixes = new LinkedHashMap<>();
        Map<Scenario, PairedRounds> rows = new LinkedHashMap<>();
        choices.forEach(choice -> choice.recommended().ifPresent(other -> {
            Times mix = cost(choice.scenario(), sealed.get()).times(clientShare.fraction())
                    .plus(other.cost().times(1 - clientShare.fraction()));
            mixes.put(choice.scenario(), mix);
            if (!mix.isMissing()) {
                add(rows, choice.scenario(), mix, other.cost());
            }
        }));
        Map<Scenario, Judgement> judgements = analysis.looks().judge(rows);
        List<Choice> all = new ArrayList<>();
        choices.forEach(choice -> all.add(new Choice(choice.scenario(), choice.options(), choice.recommended(),
                Optional.ofNullable(mixes.get(choice.scenario())).map(mix -> new Mix(sealed.get(), mix,
                        Optional.ofNullable(judgements.get(choice.scenario())))))));
        return all;
    }
}
