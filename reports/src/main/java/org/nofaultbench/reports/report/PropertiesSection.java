// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Proof;
import org.nofaultbench.reports.model.PropertyMatrix;
import org.nofaultbench.reports.model.StrategyEntry;

/** What does each strategy claim to survive, and what of it was proven on this kernel? */
public final class PropertiesSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        Proof proof = analysis.run().manifest().proof();
        List<StrategyEntry> strategies = analysis.run().manifest().strategies();
        List<Block> blocks = new ArrayList<>(proof == null ? declared(strategies) : proven(strategies));
        blocks.add(Table.ofStrategies("", with(strategies, strategy -> strategy.note() != null), strategy -> strategy)
                .column("note", StrategyEntry::note)
                .table());
        blocks.removeIf(block -> block instanceof Table table && table.rows().isEmpty());
        return Content.unlessEmpty("properties", "Properties, declared and proven", explanation(proof), blocks);
    }

    private static List<StrategyEntry> with(List<StrategyEntry> strategies, Predicate<StrategyEntry> trait) {
        return strategies.stream().filter(trait).toList();
    }

    private static String explanation(Proof proof) {
        return proof == null
                ? "Declared by each strategy; not proven on this kernel."
                : "Tested on " + proof.observedUtc() + " with library "
                        + RunFacts.start(proof.librarySha256())
                        + " on kernel build " + RunFacts.start(proof.kernelBuildId())
                        + "; valid for these two only. Of "
                        + Plural.of(proof.cases(), "experiment", "experiments") + " " + proof.notOk()
                        + " contradict a declaration or gave no answer; an exclamation mark shows them."
                        + " benchmarks/README.md (verify) says where each property is described.";
    }

    private static List<Block> declared(List<StrategyEntry> strategies) {
        List<String> properties = strategies.stream()
                .flatMap(strategy -> strategy.declared().stream())
                .distinct()
                .toList();
        return properties.isEmpty()
                ? List.of()
                : List.of(matrix(
                        strategies,
                        properties,
                        (strategy, property) ->
                                strategy.declared().contains(property) ? Matrix.DECLARED : Matrix.NOTHING));
    }

    private static Matrix matrix(
            List<StrategyEntry> strategies, List<String> properties, BiFunction<StrategyEntry, String, String> mark) {
        return new Matrix(
                "strategy",
                properties,
                strategies.stream()
                        .map(strategy -> new Matrix.Row(
                                strategy.id(),
                                strategy.standIn(),
                                properties.stream()
                                        .map(property -> mark.apply(strategy, property))
                                        .toList()))
                        .toList());
    }

    /** The matrix, what contradicts a declaration, and the reasons. */
    private static List<Block> proven(List<StrategyEntry> strategies) {
        PropertyMatrix all = PropertyMatrix.ofStrategies(strategies);
        Map<String, StrategyEntry> byId =
                strategies.stream().collect(Collectors.toMap(StrategyEntry::id, Function.identity()));
        List<Table.Row> reasons = new ArrayList<>();
        for (Observed observed : List.of(Observed.YES, Observed.NO, Observed.SKIPPED)) {
            String word = new Observation(null, observed, null).mark();
            all.reasons(observed).forEach((reason, where) -> reasons.add(Table.Row.of(word, where, reason)));
        }
        return List.of(
                matrix(
                        strategies,
                        all.properties(),
                        (strategy, property) -> all.at(strategy.id(), property)
                                .map(Observation::mark)
                                .orElse(Matrix.NOTHING)),
                Table.ofStrategies("not as declared", all.notOk(), place -> byId.get(place.strategy()))
                        .column("property", place -> place.number() + " " + place.property())
                        .column("observed", place -> place.observation().mark())
                        .column("declared", place -> declared(place.observation()))
                        .column("what was seen", place -> place.observation().detail())
                        .table(),
                new Table(
                        "reasons, by strategy and number of the property",
                        "answer",
                        List.of("where", "reason"),
                        reasons),
                Table.ofStrategies(
                                "declared and not tested",
                                with(
                                        strategies,
                                        strategy -> !untested(strategy, all).isEmpty()),
                                strategy -> strategy)
                        .column("declared", strategy -> untested(strategy, all))
                        .table());
    }

    private static String declared(Observation observation) {
        return observation.declared() == null ? "unknown" : observation.declared() ? "yes" : "no";
    }

    private static String untested(StrategyEntry strategy, PropertyMatrix all) {
        return strategy.declared().stream()
                .filter(property -> all.at(strategy.id(), property).isEmpty())
                .collect(Collectors.joining(", "));
    }
}
