// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.CellMargin;
import org.nofaultbench.reports.compare.ComparisonResult.Unmatched;
import org.nofaultbench.reports.compare.ComparisonRules.Acknowledgement;
import org.nofaultbench.reports.compare.ComparisonRules.FailurePolicy;
import org.nofaultbench.reports.compare.InputDifferences.Difference;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.RowKey;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.FewForks;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.UnpairedForks;
import org.nofaultbench.reports.stats.Verdict;

/** Compares a new run with one or more earlier ones. */
final class Comparer {

    private static final String UNNAMED_MACHINE =
            "a JMH file does not name its machine; assumes that all are from one (--machine NAME)";

    private static final String TOO_FEW = "fewer than " + FewForks.FEWEST_ITERATIONS + " iterations: no verdict";

    private final List<RunInput> base;
    private final RunInput next;
    private final ComparisonRules rules;
    private final Map<RowKey, MatchedRow> matched = new LinkedHashMap<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private int without;

    private Comparer(List<RunInput> base, RunInput next, ComparisonRules rules) {
        this.base = base;
        this.next = next;
        this.rules = rules;
    }

    /** @param excused names of differences of the surroundings in spite of which runs are compared */
    static ComparisonResult compare(List<RunInput> base, RunInput next, ComparisonRules rules, List<String> excused) {
        return new Comparer(base, next, rules).result(excused);
    }

    private ComparisonResult result(List<String> excused) {
        if (base.stream()
                .anyMatch(side -> side.machine().isPresent() != next.machine().isPresent())) {
            throw refused("runs are of two kinds", "compare run folders with each other, or JMH files");
        }
        List<Difference> differences = InputDifferences.between(base, next);
        List<Difference> unexcused = InputDifferences.unexcused(differences, excused);
        if (!unexcused.isEmpty()) {
            throw new InputException(
                    "runs differ in more than the build",
                    "measure both alike, or excuse each with --despite-differences NAME",
                    unexcused.stream()
                            .map(difference ->
                                    Detail.of(difference.name(), difference.base() + " -> " + difference.next()))
                            .toArray(Detail[]::new));
        }
        match();
        if (matched.isEmpty()) {
            throw refused("runs have no row in common", "name two runs of the same benchmarks");
        }
        List<ComparedRow> rows = judged();
        return new ComparisonResult(
                baseNames(), next.name(), rules, differences, notes(rows), rows, List.copyOf(unmatched));
    }

    private InputException refused(String what, String advice) {
        return new InputException(
                what, advice, Detail.of("base", String.join(" ", baseNames())), Detail.of("new", next.name()));
    }

    private List<String> baseNames() {
        return base.stream().map(RunInput::name).toList();
    }

    private void match() {
        Set<RowKey> keys = new LinkedHashSet<>(next.rows().keySet());
        base.forEach(side -> keys.addAll(side.rows().keySet()));
        for (RowKey key : keys) {
            List<InputRow> was = base.stream()
                    .flatMap(side -> Optional.ofNullable(side.rows().get(key)).stream())
                    .toList();
            Optional<InputRow> is = Optional.ofNullable(next.rows().get(key));
            Optional<MatchedRow> both =
                    is.filter(row -> !row.forks().isEmpty()).flatMap(row -> MatchedRow.match(was, row));
            if (both.isPresent()) {
                matched.put(key, both.get());
            } else if (Stream.concat(was.stream(), is.stream())
                    .allMatch(row -> row.forks().isEmpty())) {
                without++;
            } else {
                boolean stops = isMissing(key) && !rules.allowMissing() && rules.failOn() != FailurePolicy.NONE;
                unmatched.add(new Unmatched(key.label(), reason(was, is), stops));
            }
        }
    }

    /** Of several earlier runs the newest counts: what an older one had may have been given up since. */
    private boolean isMissing(RowKey key) {
        InputRow was = base.get(base.size() - 1).rows().get(key);
        InputRow is = next.rows().get(key);
        return was != null && !was.forks().isEmpty() && (is == null || is.isLost());
    }

    /** Why a row cannot be compared. */
    private static String reason(List<InputRow> was, Optional<InputRow> is) {
        if (is.isEmpty() || was.isEmpty()) {
            return is.isEmpty() ? "only in the base" : "only in the new run";
        }
        return is.flatMap(InputRow::absence)
                .map(absence -> "new run: " + absence.reason())
                .or(() -> was.stream()
                        .flatMap(row -> row.absence().stream())
                        .findFirst()
                        .map(absence -> "base: " + absence.reason()))
                .orElseGet(() -> "units differ: " + was.get(0).unit().symbol() + " and "
                        + is.get().unit().symbol());
    }

    private List<ComparedRow> judged() {
        Map<RowKey, UnpairedForks> enough = new LinkedHashMap<>();
        Map<RowKey, FewForks.Row> few = new LinkedHashMap<>();
        Function<RowKey, Margin> margins = key -> matched.get(key).margin(rules.margin());
        matched.forEach((key, row) -> {
            if (row.hasEnoughForks()) {
                enough.put(key, row.costs());
            } else {
                few.put(key, row.iterationCosts());
            }
        });
        Map<RowKey, Judgement> judgements = new HashMap<>(RunComparisons.judge(enough, margins, rules.betweenRuns()));
        judgements.putAll(FewForks.judge(few, margins, rules.betweenForks()));
        return matched.entrySet().stream()
                .map(row -> row(row.getValue(), judgements.get(row.getKey())))
                .toList();
    }

    private ComparedRow row(MatchedRow row, Judgement judgement) {
        Margin margin = row.margin(rules.margin());
        String label = row.next().key().label();
        List<String> cautions = new ArrayList<>(row.cautions());
        if (!row.hasEnoughForks()) {
            cautions.add(
                    judgement.verdict() == Verdict.TOO_FEW
                            ? TOO_FEW
                            : "fewer than " + RunComparisons.minimumForks()
                                    + " forks: judged by iterations, with an allowance for fork-to-fork variation;"
                                    + " changes below "
                                    + ComparedRow.percent(judgement.floor()) + " cannot be detected");
        }
        Optional<Acknowledgement> acknowledged =
                rules.acknowledgement(label, baseNames()).filter(entry -> entry.covers(judgement, margin));
        return new ComparedRow(
                label,
                row.next().unit(),
                margin,
                Estimate.of(row.baseFigures()),
                Estimate.of(row.next().figures()),
                !row.hasEnoughForks(),
                judgement,
                acknowledged,
                rules.failOn().stops(judgement.verdict()) && acknowledged.isEmpty(),
                cautions);
    }

    private List<String> notes(List<ComparedRow> rows) {
        Set<String> notes = new LinkedHashSet<>();
        Stream.concat(base.stream(), Stream.of(next))
                .forEach(side -> side.notes().forEach(note -> notes.add(side.name() + ": " + note)));
        if (next.machine().isEmpty()) {
            notes.add(rules.machine().map(name -> "measured on " + name).orElse(UNNAMED_MACHINE));
        }
        if (without > 0) {
            notes.add(Plural.of(without, "row has", "rows have") + " no figure in any run");
        }
        // An entry that excuses nothing today may excuse something else tomorrow.
        Set<Acknowledgement> needless = new LinkedHashSet<>(rules.acknowledged());
        rows.forEach(row -> row.acknowledged().ifPresent(needless::remove));
        needless.forEach(entry -> notes.add("acknowledged but not seen, or larger than acknowledged: " + entry.row()));
        return List.copyOf(notes);
    }

    /**
     * A row with figures on both sides.
     *
     * @param base the rows of the runs that are compared with, in the new run's unit
     * @param next the new run's row
     * @param cautions of all of them
     */
    private record MatchedRow(List<InputRow> base, InputRow next, Set<String> cautions) {

        /** Two hundred forks on either side. */
        private static final long MOST_PAIRS = 40_000;

        /** Nothing where the base has no figure, or figures of another kind. */
        static Optional<MatchedRow> match(List<InputRow> was, InputRow next) {
            List<InputRow> alike =
                    was.stream().flatMap(row -> row.in(next.unit()).stream()).toList();
            Set<String> cautions = new LinkedHashSet<>();
            alike.forEach(row -> cautions.addAll(row.cautions()));
            cautions.addAll(next.cautions());
            List<InputRow> base =
                    alike.stream().filter(row -> !row.forks().isEmpty()).toList();
            MatchedRow row = new MatchedRow(base, next, cautions);
            long forks = row.baseFigures().size();
            if (forks * next.forks().size() > MOST_PAIRS) {
                throw new InputException(
                        "row has more pairs of forks than can be sorted in time",
                        "name fewer runs",
                        Detail.of("row", next.key().label()),
                        Detail.of("base", forks),
                        Detail.of("new", next.forks().size()));
            }
            return base.isEmpty() ? Optional.empty() : Optional.of(row);
        }

        List<Double> baseFigures() {
            return base.stream().flatMap(row -> row.figures().stream()).toList();
        }

        /** What the new run says of a cell goes before what the reader says of all rows. */
        Margin margin(Margin readersMargin) {
            double baseline = Estimate.medianOf(baseFigures());
            return next.cell()
                    .map(cell -> CellMargin.ofBaseline(cell, baseline, readersMargin))
                    .orElse(readersMargin);
        }

        boolean hasEnoughForks() {
            return RunComparisons.isEnough(baseFigures().size(), next.forks().size());
        }

        UnpairedForks costs() {
            return new UnpairedForks(base.stream().map(InputRow::costs).toList(), next.costs());
        }

        FewForks.Row iterationCosts() {
            return new FewForks.Row(base.stream().map(InputRow::iterationCosts).toList(), next.iterationCosts());
        }
    }
}
