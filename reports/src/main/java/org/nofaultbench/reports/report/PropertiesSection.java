// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        List<Block> blocks = new ArrayList<>(proof == null ? declared(strategies) : new Proven(strategies).blocks());
        blocks.addAll(notes(strategies));
        return blocks.isEmpty()
                ? List.of()
                : List.of(new Content("properties", "Properties, declared and proven", explanation(proof), blocks));
    }

    private static String explanation(Proof proof) {
        return proof == null
                ? "Declared by each strategy; not proven on this kernel."
                : "Proven by experiment on " + proof.observedUtc() + " with library " + start(proof.librarySha256())
                        + " on kernel build " + start(proof.kernelBuildId()) + ", and valid for these two only. Of "
                        + Plural.of(proof.cases(), "experiment", "experiments") + " " + proof.notOk()
                        + " did not come out as declared or gave no answer; an exclamation mark shows them.";
    }

    private static String start(String hash) {
        return hash == null ? "unknown" : hash.substring(0, Math.min(12, hash.length()));
    }

    private static List<Block> declared(List<StrategyEntry> strategies) {
        Set<String> properties = new LinkedHashSet<>();
        strategies.forEach(strategy -> properties.addAll(strategy.declared()));
        List<String> columns = List.copyOf(properties);
        return columns.isEmpty()
                ? List.of()
                : List.of(new Matrix(
                        "strategy",
                        columns,
                        strategies.stream()
                                .map(strategy -> row(strategy, columns))
                                .toList()));
    }

    private static Matrix.Row row(StrategyEntry strategy, List<String> properties) {
        List<String> marks = properties.stream()
                .map(property -> strategy.declared().contains(property) ? Matrix.DECLARED : Matrix.NOTHING)
                .toList();
        return new Matrix.Row(strategy.id(), strategy.standIn(), marks);
    }

    private static List<Block> notes(List<StrategyEntry> strategies) {
        List<Table.Row> rows = strategies.stream()
                .filter(strategy -> strategy.note() != null)
                .map(strategy -> Table.Row.of(strategy, strategy.note()))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(new Table("", "strategy", List.of("note"), rows));
    }

    /** A proof as blocks: the matrix, what contradicts a declaration, and the reasons. */
    private static final class Proven {

        private final List<StrategyEntry> strategies;
        private final PropertyMatrix matrix;

        Proven(List<StrategyEntry> strategies) {
            this.strategies = strategies;
            Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
            strategies.forEach(
                    strategy -> rows.put(strategy.id(), strategy.proven() == null ? Map.of() : strategy.proven()));
            this.matrix = PropertyMatrix.of(rows);
        }

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Matrix(
                    "strategy",
                    matrix.properties(),
                    strategies.stream().map(this::row).toList()));
            addUnlessEmpty(
                    blocks,
                    "not as declared",
                    "strategy",
                    List.of("property", "observed", "declared", "what was seen"),
                    contradictions());
            addUnlessEmpty(
                    blocks,
                    "reasons, with the strategies and the numbers of the properties that they hold for",
                    "answer",
                    List.of("where", "reason"),
                    reasons());
            addUnlessEmpty(blocks, "declared and not tested", "strategy", List.of("declared"), untested());
            return blocks;
        }

        private static void addUnlessEmpty(
                List<Block> blocks, String caption, String corner, List<String> columns, List<Table.Row> rows) {
            if (!rows.isEmpty()) {
                blocks.add(new Table(caption, corner, columns, rows));
            }
        }

        private Matrix.Row row(StrategyEntry strategy) {
            List<String> marks = matrix.properties().stream()
                    .map(property -> matrix.at(strategy.id(), property)
                            .map(Observation::mark)
                            .orElse(Matrix.NOTHING))
                    .toList();
            return new Matrix.Row(strategy.id(), strategy.standIn(), marks);
        }

        private List<Table.Row> contradictions() {
            Map<String, StrategyEntry> byId =
                    strategies.stream().collect(Collectors.toMap(StrategyEntry::id, Function.identity()));
            return matrix.notOk().stream()
                    .map(place -> contradiction(byId.get(place.strategy()), place))
                    .toList();
        }

        private static Table.Row contradiction(StrategyEntry strategy, PropertyMatrix.Place place) {
            Observation observation = place.observation();
            String declared = observation.declared() == null ? "unknown" : observation.declared() ? "yes" : "no";
            return Table.Row.of(
                    strategy,
                    place.number() + " " + place.property(),
                    observation.mark(),
                    declared,
                    observation.detail() == null ? "-" : observation.detail());
        }

        private List<Table.Row> untested() {
            List<Table.Row> rows = new ArrayList<>();
            for (StrategyEntry strategy : strategies) {
                List<String> untested = new ArrayList<>(strategy.declared());
                untested.removeIf(property -> matrix.at(strategy.id(), property).isPresent());
                if (!untested.isEmpty()) {
                    rows.add(Table.Row.of(strategy, String.join(", ", untested)));
                }
            }
            return rows;
        }

        private List<Table.Row> reasons() {
            List<Table.Row> rows = new ArrayList<>();
            for (Observed observed : List.of(Observed.YES, Observed.NO, Observed.SKIPPED)) {
                String word = new Observation(null, observed, null).mark();
                matrix.reasons(observed).forEach((reason, where) -> rows.add(Table.Row.of(word, where, reason)));
            }
            return rows;
        }
    }
}
