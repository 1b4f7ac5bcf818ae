// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import static org.nofaultbench.reports.render.json.JsonText.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nofaultbench.reports.compare.ComparisonRules.Acknowledgement;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** A comparison for programs, every figure in full. ASCII, so that a name cannot do anything to a terminal. */
final class ComparisonJson {

    private static final int SCHEMA_VERSION = 1;

    private ComparisonJson() {}

    static String json(ComparisonResult result) {
        ObjectNode root = object(
                "schemaVersion", SCHEMA_VERSION,
                "outcome", result.outcome().name(),
                "base", result.bases(),
                "new", result.next(),
                "marginPercent", result.rules().margin().width().value(),
                "floor", result.floor(),
                "differences", result.differences(),
                "notes", result.notes(),
                "rows",
                        result.rows().stream()
                                .map(row -> row(row, result.hasOwnMargin(row)))
                                .toList(),
                "notCompared", result.unmatched());
        root.properties()
                .removeIf(property ->
                        property.getValue().isArray() && property.getValue().isEmpty());
        return Json.text(root);
    }

    private static ObjectNode row(ComparedRow row, boolean ownMargin) {
        var judgement = row.judgement();
        double smallest = judgement.sight().smallestEffect();
        ObjectNode node = object(
                "row", row.label(),
                "unit", row.unit().symbol(),
                "moreIsBetter", row.unit().isRate(),
                "base", figure(row.base()),
                "new", figure(row.next()),
                "ratio", judgement.ratio().median(),
                "low", judgement.ratio().interval().map(Interval::low),
                "high", judgement.ratio().interval().map(Interval::high),
                "byIterations", row.byIterations(),
                "verdict", row.verdict().name(),
                "lean", judgement.lean().name(),
                "tableP", judgement.tableP(),
                "smallestEffect", Double.isInfinite(smallest) ? null : (Double) smallest,
                "selfDifference", judgement.sight().selfDifference(),
                "stops", row.stops(),
                "acknowledged", row.acknowledged().map(Acknowledgement::because),
                "cautions", row.cautions());
        return ownMargin ? node.put("marginPercent", row.margin().width().value()) : node;
    }

    private static ObjectNode figure(Estimate figure) {
        return object(
                "median", figure.median(),
                "forks", figure.n(),
                "low", figure.interval().map(Interval::low),
                "high", figure.interval().map(Interval::high));
    }
}
