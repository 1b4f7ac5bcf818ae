// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.InputDifferences.Difference;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Two runs compared.
 *
 * @param bases names of the runs that are compared with, in order of time
 * @param next name of the new run
 * @param rules by what they were judged
 * @param differences of their surroundings, those that matter first
 * @param notes what a reader must know before any figure
 * @param rows that both have, in the new run's order
 * @param unmatched rows of which one of the runs has a figure that could not be compared
 */
record ComparisonResult(
        List<String> bases,
        String next,
        ComparisonRules rules,
        List<Difference> differences,
        List<String> notes,
        List<ComparedRow> rows,
        List<Unmatched> unmatched) {

    /** The order in which a reader wants them. */
    private static final List<Verdict> URGENCY =
            List.of(Verdict.SLOWER, Verdict.FASTER, Verdict.UNDECIDED, Verdict.TOO_FEW, Verdict.EQUIVALENT);

    private static final String OF_ITERATIONS = " Rows with fewer than " + RunComparisons.minimumForks()
            + " forks are compared by the geometric means of their iterations, with an interval widened by the fork-to-fork"
            + " variation; SLOWER and FASTER lie beyond it, all others are INCONCLUSIVE.";

    /** What a comparison says to whoever asked for it. */
    enum Outcome {
        /** No row changed that stops a change. */
        PASS,
        /** A row did. */
        FAIL,
        /** None did, but no row could be judged, or not every row was decided and that was asked for. */
        INCONCLUSIVE
    }

    /**
     * A row that could not be compared.
     *
     * @param label what it is of
     * @param reason why, such as {@code only in the base}
     * @param stops whether it stops a change: the base has it and the new run does not, so that nobody knows what became of it
     */
    record Unmatched(@JsonProperty("row") String label, String reason, boolean stops) {}

    Outcome outcome() {
        if (rows.stream().anyMatch(ComparedRow::stops) || unmatched.stream().anyMatch(Unmatched::stops)) {
            return Outcome.FAIL;
        }
        boolean open = !unmatched.isEmpty()
                || rows.stream().anyMatch(row -> !row.verdict().isDecided());
        return !isAnyJudged() || rules.strict() && open ? Outcome.INCONCLUSIVE : Outcome.PASS;
    }

    /** Whether a single row has figures enough for a verdict. */
    boolean isAnyJudged() {
        return rows.stream().anyMatch(ComparedRow::isJudged);
    }

    /** Whether a row is judged by another margin than the reader's. */
    boolean hasOwnMargin(ComparedRow row) {
        return !row.margin().equals(rules.margin());
    }

    /**
     * The largest share by which two runs of one build were granted to differ, with the reader's margin, in rows of enough forks;
     * of all rows where none is judged by that margin.
     */
    double floor() {
        boolean anyEnough = rows.stream().anyMatch(row -> !row.byIterations());
        List<ComparedRow> judged =
                rows.stream().filter(row -> !anyEnough || !row.byIterations()).toList();
        boolean allOwn = judged.stream().allMatch(this::hasOwnMargin);
        return judged.stream()
                .filter(row -> allOwn || !hasOwnMargin(row))
                .mapToDouble(row -> row.judgement().floor())
                .max()
                .orElse(0);
    }

    /** What came of it, in a sentence. */
    String headline() {
        Map<String, Long> kinds = rows.stream()
                .sorted(Comparator.comparing(row -> URGENCY.indexOf(row.verdict())))
                .collect(Collectors.groupingBy(ComparedRow::kind, LinkedHashMap::new, Collectors.counting()));
        String counts = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        long accepted =
                rows.stream().filter(row -> row.acknowledged().isPresent()).count();
        long missing = unmatched.stream().filter(Unmatched::stops).count();
        long others = unmatched.size() - missing;
        return outcome() + ": " + Plural.of(rows.size(), "row", "rows") + " compared, " + counts
                + (accepted == 0 ? "" : " (" + accepted + " acknowledged)")
                + (missing == 0 ? "" : ", " + missing + " missing")
                + (others == 0 ? "" : ", " + others + " not compared");
    }

    /** A sentence for each difference of the surroundings, those that matter first. */
    List<String> differenceTexts() {
        return differences.stream()
                .map(difference -> difference.name() + ": " + difference.base() + " -> " + difference.next()
                        + (difference.matters() ? ", which may change figures by itself" : ""))
                .toList();
    }

    /** Why nothing came of it and what to do, in one line of at most a hundred columns; empty where something did. */
    String advice() {
        if (outcome() != Outcome.INCONCLUSIVE) {
            return "";
        }
        return isAnyJudged()
                ? "Rows are undecided, have too few forks or were not compared (--strict); measure more forks."
                : "No row was judged: all have fewer than " + RunComparisons.minimumForks()
                        + " forks and no change beyond the allowance. Use -f " + RunComparisons.minimumForks() + ".";
    }

    /** What the new run lacks and should have: reason to rows. */
    Map<String, List<String>> missing() {
        return byReason(Unmatched::stops);
    }

    /** What else could not be compared: reason to rows. */
    Map<String, List<String>> uncompared() {
        return byReason(row -> !row.stops());
    }

    private Map<String, List<String>> byReason(Predicate<Unmatched> wanted) {
        return unmatched.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        Unmatched::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Unmatched::label, Collectors.toList())));
    }

    /** What a reader has to know of some of the figures: caution to rows. What is to be said of every row is said once. */
    Map<String, List<String>> rowsByCaution() {
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        byUrgency()
                .forEach(row -> row.cautions()
                        .forEach(caution -> cautions.computeIfAbsent(caution, key -> new ArrayList<>())
                                .add(row.label())));
        int all = rows.size();
        cautions.replaceAll((caution, rows) -> rows.size() > 1 && rows.size() == all ? List.of("every row") : rows);
        return cautions;
    }

    /** What was compared; what stops a change first, then by verdict and size. */
    List<ComparedRow> byUrgency() {
        return rows.stream()
                .sorted(Comparator.comparing((ComparedRow row) -> !row.stops())
                        .thenComparing(row -> URGENCY.indexOf(row.verdict()))
                        .thenComparing(row ->
                                -Math.abs(Math.log(row.judgement().ratio().median()))))
                .toList();
    }

    /** How to read the table. */
    String explanation() {
        boolean anyOwnMargin = rows.stream().anyMatch(this::hasOwnMargin);
        String floor = ComparedRow.percent(floor());
        String ofForks =
                " It is the median over all pairs of a new fork and a base fork. SLOWER and FASTER: the whole interval"
                        + " lies beyond " + floor + ", the margin of "
                        + rules.margin()
                        + (anyOwnMargin ? " (some cells have their own)" : "")
                        + " plus the run-to-run variation, and the test over all rows confirms it (family-wise error at most 1%)."
                        + " EQUIVALENT: the whole interval lies within the margin. UNDECIDED is not \"no difference\". To see"
                        + " changes below " + floor
                        + ", measure both builds in one run or use more earlier runs (--baseline-last).";
        return "A ratio above 1 is worse: more time or fewer operations."
                + (rows.stream().allMatch(ComparedRow::byIterations) ? "" : ofForks)
                + (rows.stream().anyMatch(ComparedRow::byIterations) ? OF_ITERATIONS : "");
    }
}
