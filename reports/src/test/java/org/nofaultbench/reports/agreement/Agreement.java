// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Do two runs say the same of the comparisons that both have?
 *
 * @param rows comparison to how the two verdicts on it stand to one another, in the display order of the first
 */
public record Agreement(Map<String, Kind> rows) {

    /** How two verdicts stand to one another. */
    public enum Kind {
        /** Both are decided, and alike. */
        SAME,
        /** Neither is decided. */
        BOTH_OPEN,
        /** One is. */
        ONE_DECIDED,
        /** One says that there is no difference beyond the margin, the other that there is one. */
        EQUIVALENT_AND_NOT,
        /** FASTER against SLOWER. */
        OPPOSITE
    }

    public static Agreement of(Analysis first, Analysis second) {
        Map<String, Verdict> other = new LinkedHashMap<>();
        second.compared().forEach(cell -> other.put(cell.cell().id(), verdict(cell)));
        Map<String, Kind> rows = new LinkedHashMap<>();
        first.compared().stream()
                .filter(cell -> other.containsKey(cell.cell().id()))
                .forEach(cell -> rows.put(
                        cell.cell().id(),
                        kind(verdict(cell), other.get(cell.cell().id()))));
        return new Agreement(rows);
    }

    private static Verdict verdict(CellResult cell) {
        return cell.comparison().orElseThrow().verdict();
    }

    static Kind kind(Verdict a, Verdict b) {
        if (!a.isDecided() || !b.isDecided()) {
            return a.isDecided() == b.isDecided() ? Kind.BOTH_OPEN : Kind.ONE_DECIDED;
        }
        if (a == b) {
            return Kind.SAME;
        }
        return Set.of(a, b).contains(Verdict.EQUIVALENT) ? Kind.EQUIVALENT_AND_NOT : Kind.OPPOSITE;
    }

    public List<String> of(Kind kind) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }
}
