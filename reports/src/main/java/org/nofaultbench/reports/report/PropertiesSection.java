// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Proof;
import org.nofaultbench.reports.model.StrategyEntry;

/** What does each strategy claim to survive, and what of it was proven on this kernel? */
public final class PropertiesSection implements Section {

    private static final String ID = "properties";
    private static final String TITLE = "Properties, declared and proven";

    @Override
    public Content of(Analysis analysis) {
        Proof proof = analysis.run().manifest().proof();
        List<StrategyEntry> strategies = analysis.run().manifest().strategies();
        List<Block> blocks = new ArrayList<>(proof == null ? declared(strategies) : new ProvenProperties(strategies).blocks());
        blocks.addAll(notes(strategies));
        return blocks.isEmpty() ? Content.notMeasured(ID, TITLE) : Content.of(ID, TITLE, explanation(proof), blocks);
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
                : List.of(new Matrix("strategy", columns, strategies.stream().map(of -> row(of, columns)).toList()));
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
}
