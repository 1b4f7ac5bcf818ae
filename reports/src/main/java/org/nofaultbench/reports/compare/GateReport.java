// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A comparison as text.
 *
 * @param headline what came of it, in a sentence
 * @param base names of the runs that are compared with
 * @param next name of the new run
 * @param differences of the surroundings, a sentence each, those that matter first
 * @param notes what a reader must know before any figure
 * @param lines what was compared; what stops a change first, then by verdict and size
 * @param unmatched what could not be compared: reason to rows, both from the input
 * @param cautions what a reader has to know of some of the figures: caution to rows
 * @param explanation how to read the table
 */
public record GateReport(
        String headline,
        List<String> base,
        String next,
        List<String> differences,
        List<String> notes,
        List<GateLine> lines,
        Map<String, List<String>> unmatched,
        Map<String, List<String>> cautions,
        String explanation) {

    /** The order in which a reader wants them. */
    private static final List<Verdict> URGENCY =
            List.of(Verdict.SLOWER, Verdict.FASTER, Verdict.UNDECIDED, Verdict.TOO_FEW, Verdict.EQUIVALENT);

    public static GateReport of(ComparisonResult gate) {
        List<GateLine> lines = lines(gate);
        return new GateReport(headline(gate), gate.bases(), gate.next(),
                gate.differences().stream().map(GateReport::sentence).toList(), gate.notes(), lines,
                byReason(gate), cautions(lines), explanation(gate));
    }

    private static String headline(ComparisonResult gate) {
        String counts = gate.counts().entrySet().stream()
                .sorted(Comparator.comparing(count -> URGENCY.indexOf(count.getKey())))
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
        return gate.outcome() + ": " + Plural.of(gate.rows().size(), "row", "rows") + " compared, " + counts + accepted(gate)
                + (gate.unmatched().isEmpty() ? "" : ", " + gate.unmatched().size() + " not compared");
    }

    private static String accepted(ComparisonResult gate) {
        long accepted = gate.rows().stream().filter(row -> row.acknowledged().isPresent()).count();
        return accepted == 0 ? "" : " (" + accepted + " acknowledged)";
    }

    private static String sentence(Difference difference) {
        return difference.name() + ": " + difference.base() + " -> " + difference.next()
                + (difference.matters() ? ", which may move figures by itself" : "");
    }

    private static Map<String, List<String>> byReason(ComparisonResult gate) {
        return gate.unmatched().stream().collect(Collectors.groupingBy(
                Unmatched::reason, LinkedHashMap::new, Collectors.mapping(Unmatched::label, Collectors.toList())));
    }

    /** What is to be said of every row is said once. */
    private static Map<String, List<String>> cautions(List<GateLine> lines) {
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        lines.forEach(line -> line.cautions().forEach(caution ->
                cautions.computeIfAbsent(caution, key -> new ArrayList<>()).add(line.row())));
        cautions.replaceAll((caution, rows) -> rows.size() == lines.size() ? List.of("every row") : rows);
        return cautions;
    }

    private static List<GateLine> lines(ComparisonResult gate) {
        return gate.rows().stream()
                .sorted(Comparator.comparing((GateRow row) -> !gate.stops(row))
                        .thenComparing(row -> URGENCY.indexOf(row.verdict()))
                        .thenComparing(row -> -Math.abs(Math.log(row.judgement().ratio().median()))))
                .map(row -> GateLine.of(row, gate.stops(row)))
                .toList();
    }

    private static String explanation(ComparisonResult gate) {
        return "A ratio above 1 is worse: more time, or fewer operations. It is the median over all pairs of a fork of the new run"
                + " with a fork of the base; its interval is of these runs. SLOWER and FASTER: the interval lies wholly beyond "
                + GateLine.percent(gate.floor()) + ", which is the margin of " + gate.rules().margin() + " and what runs of one"
                + " build may differ by for the machine's sake, and all rows together say so; of comparisons without any change"
                + " at most 1% show one. EQUIVALENT: wholly within the margin. UNDECIDED is not \"no difference\". A change"
                + " smaller than " + GateLine.percent(gate.floor()) + " needs both builds in one run, or more earlier runs"
                + " (--baseline-last)." + (gate.outcome() == Outcome.OPEN ? " OPEN: what is undecided, too few or not compared"
                + " stops as well (--strict)." : "");
    }
}
