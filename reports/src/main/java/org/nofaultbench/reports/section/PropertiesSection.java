// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.model.Proof;
import org.nofaultbench.reports.model.StrategyEntry;

/** What does each strategy claim to survive, and what of it was proven on this kernel? */
final class PropertiesSection implements Section {

    private static final String ID = "properties";
    private static final String TITLE = "Properties, declared and proven";

    @Override
    public Content of(Analysis analysis) {
        List<StrategyEntry> strategies = analysis.run().manifest().strategies();
        Set<String> properties = new LinkedHashSet<>();
        strategies.forEach(strategy -> properties.addAll(strategy.declared()));
        strategies.forEach(strategy -> properties.addAll(provenOf(strategy).keySet()));
        if (properties.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        List<String> columns = new ArrayList<>(properties);
        List<Table.Row> rows = strategies.stream().map(strategy -> row(strategy, columns)).toList();
        return Content.of(ID, TITLE, explanation(analysis.run().manifest().proof()),
                List.of(new Table("", "strategy", columns, rows)));
    }

    private static String explanation(Proof proof) {
        return proof == null
                ? "Declared by each strategy; not proven on this kernel."
                : "Proven by experiment on " + proof.observedUtc() + " with library " + start(proof.librarySha256())
                        + " on kernel build " + start(proof.kernelBuildId()) + ", and valid for these two only.";
    }

    private static String start(String hash) {
        return hash == null ? "unknown" : hash.substring(0, Math.min(12, hash.length()));
    }

    private static Table.Row row(StrategyEntry strategy, List<String> properties) {
        List<Entry> entries = properties.stream().<Entry>map(property -> new Entry.Text(word(strategy, property))).toList();
        return new Table.Row(strategy.id(), strategy.standIn(), entries);
    }

    private static String word(StrategyEntry strategy, String property) {
        boolean declared = strategy.declared().contains(property);
        Boolean observed = provenOf(strategy).get(property);
        if (observed == null) {
            return declared ? "declared" : "-";
        }
        if (observed) {
            return declared ? "proven" : "observed";
        }
        return declared ? "REFUTED" : "no";
    }

    private static Map<String, Boolean> provenOf(StrategyEntry strategy) {
        return strategy.proven() == null ? Map.of() : strategy.proven();
    }
}
