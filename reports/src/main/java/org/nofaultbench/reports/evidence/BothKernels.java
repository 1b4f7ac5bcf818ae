// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.StrategyEntry;

/** What else does the patch change: reads that do not need it, and what each strategy survives? */
final class BothKernels implements Question {

    private static final String BENCHMARK = "BufferRead";

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        evidence.unpatched().ifPresent(unpatched -> {
            for (Panel panel : evidence.panels(BENCHMARK, Set.of(Panel.STRATEGY))) {
                if ("warm".equals(panel.fixed().get(Panel.WORKLOAD)) && isShown(panel, evidence)) {
                    Panel shown = new ShownStrategies(evidence).named(panel);
                    new TwoRuns(unpatched)
                            .times(
                                    shown,
                                    Panel.STRATEGY,
                                    scaleOf(shown),
                                    evidence.ratios().orElseThrow())
                            .ifPresent(blocks::add);
                }
            }
            blocks.addAll(semantics(unpatched, evidence.run()));
        });
        return new Content(
                "kernels",
                "The patched kernel beside the unpatched one",
                evidence.unpatched().isEmpty()
                        ? ""
                        : blocks.isEmpty()
                                ? "The runs have nothing in common that could stand side by side."
                                : explanation(evidence),
                blocks);
    }

    private static String explanation(PatchEvidence evidence) {
        boolean proven = evidence.run().run().manifest().proof() != null
                && evidence.unpatched().orElseThrow().run().manifest().proof() != null;
        return "Reads while the owner leaves the file alone, and the experiments that come out otherwise."
                + (proven
                        ? ""
                        : " Nothing was proven on one of the kernels, so what strategies survive is not compared.");
    }

    private static Scale scaleOf(Panel panel) {
        return Scale.ofTimes(
                "ns/op",
                panel.cells().stream()
                        .flatMap(cell -> cell.figures().values().stream())
                        .toList());
    }

    private static boolean isShown(Panel panel, PatchEvidence evidence) {
        String size = panel.fixed().get(Panel.SIZE);
        return size == null || NormalCase.sizes(evidence).contains(size);
    }

    /** Strategies by what became of their experiments, such as {@code skip -> yes}. */
    private static List<Block> semantics(Analysis unpatched, Analysis patched) {
        if (unpatched.run().manifest().proof() == null
                || patched.run().manifest().proof() == null) {
            return List.of();
        }
        Properties before = new Properties(unpatched.run().manifest().strategies());
        Properties after = new Properties(patched.run().manifest().strategies());
        List<Table.Row> rows = new ArrayList<>();
        for (StrategyEntry strategy : patched.run().manifest().strategies()) {
            changes(strategy.id(), before, after)
                    .forEach((change, properties) -> rows.add(new Table.Row(
                            strategy.id(),
                            strategy.standIn(),
                            Table.Row.of("", change, String.join(", ", properties))
                                    .entries())));
        }
        return List.of(new Table(
                "Experiments, A -> B" + (rows.isEmpty() ? ": all come out alike" : ""),
                Panel.STRATEGY,
                List.of("A -> B", "properties"),
                rows));
    }

    private static Map<String, List<String>> changes(String strategy, Properties before, Properties after) {
        Set<String> all = new LinkedHashSet<>(before.ids());
        all.addAll(after.ids());
        Map<String, List<String>> changes = new LinkedHashMap<>();
        for (String property : all) {
            String from = before.at(strategy, property).map(Observation::mark).orElse("-");
            String to = after.at(strategy, property).map(Observation::mark).orElse("-");
            if (!from.equals(to)) {
                changes.computeIfAbsent(from + " -> " + to, change -> new ArrayList<>())
                        .add(property);
            }
        }
        return changes;
    }
}
