// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nofaultbench.reports.compare.ComparisonResult.ComparedRow;
import org.nofaultbench.reports.compare.ComparisonRules.Acknowledgement;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** A comparison for programs, every figure in full. ASCII, so that a name cannot do anything to a terminal. */
final class ComparisonJson {

    private static final int SCHEMA_VERSION = 1;

    private ComparisonJson() {}

    static String json(ComparisonResult result) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", SCHEMA_VERSION)
                .put("outcome", result.outcome().name());
        result.bases().forEach(root.putArray("base")::add);
        root.put("new", result.next());
        root.put("marginPercent", result.rules().margin().width().value());
        root.put("floor", result.floor());
        result.differences()
                .forEach(difference -> root.withArray("differences")
                        .addObject()
                        .put("name", difference.name())
                        .put("base", difference.base())
                        .put("new", difference.next())
                        .put("matters", difference.matters()));
        result.notes().forEach(root.withArray("notes")::add);
        for (ComparedRow row : result.rows()) {
            ObjectNode node = root.withArray("rows").addObject();
            add(node, row, result.stops(row));
            if (result.hasOwnMargin(row)) {
                node.put("marginPercent", row.margin().width().value());
            }
        }
        result.unmatched()
                .forEach(row -> root.withArray("notCompared")
                        .addObject()
                        .put("row", row.label())
                        .put("reason", row.reason())
                        .put("stops", result.stops(row)));
        return Json.text(root);
    }

    private static void add(ObjectNode node, ComparedRow row, boolean stops) {
        node.put("row", row.label())
                .put("unit", row.unit().symbol())
                .put("moreIsBetter", row.unit().isRate());
        figure(node.putObject("base"), row.base());
        figure(node.putObject("new"), row.next());
        node.put("ratio", row.judgement().ratio().median());
        interval(node, row.judgement().ratio());
        node.put("byIterations", row.byIterations());
        node.put("verdict", row.verdict().name())
                .put("lean", row.judgement().lean().name());
        node.put("tableP", row.judgement().tableP());
        double smallest = row.judgement().sight().smallestEffect();
        node.put("smallestEffect", Double.isInfinite(smallest) ? null : (Double) smallest);
        node.put("selfDifference", row.judgement().sight().selfDifference().orElse(null));
        node.put("stops", stops);
        node.put(
                "acknowledged", row.acknowledged().map(Acknowledgement::because).orElse(null));
        row.cautions().forEach(node.putArray("cautions")::add);
    }

    private static void figure(ObjectNode node, Estimate figure) {
        node.put("median", figure.median()).put("forks", figure.n());
        interval(node, figure);
    }

    private static void interval(ObjectNode node, Estimate estimate) {
        node.put("low", estimate.interval().map(Interval::low).orElse(null));
        node.put("high", estimate.interval().map(Interval::high).orElse(null));
    }
}
