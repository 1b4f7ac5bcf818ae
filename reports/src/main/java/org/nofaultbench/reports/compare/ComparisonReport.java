// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.ComparisonResult.Outcome;
import org.nofaultbench.reports.compare.ComparisonResult.Unmatched;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A comparison in words.
 *
 * @param result what was compared
 */
record ComparisonReport(ComparisonResult result) {

    /** The order in which a reader wants them. */
    private static final List<Verdict> URGENCY =
            List.of(Verdict.SLOWER, Verdict.FASTER, Verdict.UNDECIDED, Verdict.TOO_FEW, Verdict.EQUIVALENT);

    private static final String OF_ITERATIONS = " Rows with fewer than " + RunComparisons.minimumForks()
            + " forks are compared by the geometric means of their iterations, with an interval widened by the fork-to-fork"
            + " variation; SLOWER and FASTER lie beyond it, all others are INCONCLUSIVE.";

    /** What came of it, in a sentence. */
    String headline() {
        Map<String, Long> kinds = result.rows().stream()
                .sorted(Comparator.comparing(row -> URGENCY.indexOf(row.verdict())))
                .collect(Collectors.groupingBy(ComparedRow::kind, LinkedHashMap::new, Collectors.counting()));
        String counts = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        long accepted = result.rows().stream()
                .filter(row -> row.acknowledged().isPresent())
                .count();
        long missing = result.unmatched().stream().filter(Unmatched::stops).count();
        long others = result.unmatched().size() - missing;
        return result.outcome() + ": " + Plural.of(result.rows().size(), "row", "rows") + " compared, " + counts
                + (accepted == 0 ? "" : " (" + accepted + " acknowledged)")
                + (missing == 0 ? "" : ", " + missing + " missing")
                + (others == 0 ? "" : ", " + others + " not compared");
    }

    /** A sentence for each difference of the surroundings, those that matter first. */
    List<String> differences() {
        return result.differences().stream()
                .map(difference -> difference.name() + ": " + difference.base() + " -> " + difference.next()
                        + (difference.matters() ? ", which may change figures by itself" : ""))
                .toList();
    }

    /** Why nothing came of it and what to do, in one line of at most a hundred columns; empty where something did. */
    String advice() {
        if (result.outcome() != Outcome.INCONCLUSIVE) {
            return "";
        }
        return result.isAnyJudged()
                ? "Rows are undecided, have too few forks or were not compared (--strict); measure more forks."
                : "No row was judged: all have fewer than " + RunComparisons.minimumForks()
                        + " forks and no change beyond the allowance. Use -f " + RunComparisons.minimumForks() + ".";
    }

    /** What the new run lacks and should have: reason to rows. */
    Map<String, List<String>> missing() {
        return byReason(Unmatched::stops);
    }

    /** What else could not be compared: reason to rows. */
    Map<String, List<String>> unmatched() {
        return byReason(row -> !row.stops());
    }

    private Map<String, List<String>> byReason(Predicate<Unmatched> wanted) {
        return result.unmatched().stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        Unmatched::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Unmatched::label, Collectors.toList())));
    }

    /** What a reader has to know of some of the figures: caution to rows. What is to be said of every row is said once. */
    Map<String, List<String>> cautions() {
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        rows().forEach(row -> row.cautions()
                .forEach(caution -> cautions.computeIfAbsent(caution, key -> new ArrayList<>())
                        .add(row.label())));
        int all = result.rows().size();
        cautions.replaceAll((caution, rows) -> rows.size() > 1 && rows.size() == all ? List.of("every row") : rows);
        return cautions;
    }

    /** What was compared; what stops a change first, then by verdict and size. */
    List<ComparedRow> rows() {
        return result.rows().stream()
                .sorted(Comparator.comparing((ComparedRow row) -> !row.stops())
                        .thenComparing(row -> URGENCY.indexOf(row.verdict()))
                        .thenComparing(row ->
                                -Math.abs(Math.log(row.judgement().ratio().median()))))
                .toList();
    }

    /** How to read the table. */
    String explanation() {
        boolean anyOwnMargin = result.rows().stream().anyMatch(result::hasOwnMargin);
        String floor = ComparedRow.percent(result.floor());
        String ofForks =
                " It is the median over all pairs of a new fork and a base fork. SLOWER and FASTER: the whole interval"
                        + " lies beyond " + floor + ", the margin of "
                        + result.rules().margin()
                        + (anyOwnMargin ? " (some cells have their own)" : "")
                        + " plus the run-to-run variation, and the test over all rows confirms it (family-wise error at most 1%)."
                        + " EQUIVALENT: the whole interval lies within the margin. UNDECIDED is not \"no difference\". To see"
                        + " changes below " + floor
                        + ", measure both builds in one run or use more earlier runs (--baseline-last).";
        return "A ratio above 1 is worse: more time or fewer operations."
                + (result.rows().stream().allMatch(ComparedRow::byIterations) ? "" : ofForks)
                + (result.rows().stream().anyMatch(ComparedRow::byIterations) ? OF_ITERATIONS : "");
    }
}
