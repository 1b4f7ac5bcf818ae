// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.RunJudgement;
import org.nofaultbench.reports.stats.UnpairedForks;

/** Compares a new run with one or more earlier ones. */
public final class Comparer {

    private static final String UNNAMED_MACHINE = "a JMH file does not name its machine: that all are of one is taken on trust";

    private final List<RunInput> base;
    private final RunInput next;
    private final Rules rules;
    private final Map<RowKey, MatchedRow> matched = new LinkedHashMap<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final List<RowKey> without = new ArrayList<>();

    private Comparer(List<RunInput> base, RunInput next, Rules rules) {
        this.base = base;
        this.next = next;
        this.rules = rules;
    }

    /** @param despiteDifferences whether runs are compared although their surroundings differ in what matters */
    public static ComparisonResult compare(List<RunInput> base, RunInput next, Rules rules, boolean despiteDifferences) {
        return new Comparer(base, next, rules).gate(despiteDifferences);
    }

    private ComparisonResult gate(boolean despiteDifferences) {
        checkKinds();
        List<Difference> differences = new Surroundings(base, next).differences();
        List<Difference> that = differences.stream().filter(Difference::matters).toList();
        if (!that.isEmpty() && !despiteDifferences) {
            throw different(that);
        }
        match();
        if (matched.isEmpty()) {
            throw new InputException("runs have no row in common", "name two runs of the same benchmarks",
                    Detail.of("base", String.join(" ", baseNames())), Detail.of("new", next.name()));
        }
        List<GateRow> rows = judged();
        return new ComparisonResult(baseNames(), next.name(), rules, differences, notes(rows), rows, List.copyOf(unmatched));
    }

    private void checkKinds() {
        if (base.stream().anyMatch(side -> side.run().isPresent() != next.run().isPresent())) {
            throw new InputException("runs are of two kinds", "compare run folders with each other, or JMH files",
                    Detail.of("base", String.join(" ", baseNames())), Detail.of("new", next.name()));
        }
    }

    private static InputException different(List<Difference> that) {
        Detail[] details = that.stream()
                .map(difference -> Detail.of(difference.name(), difference.base() + " -> " + difference.next()))
                .toArray(Detail[]::new);
        return new InputException("runs differ in more than the build", "measure both alike, or say --despite-differences",
                details);
    }

    private List<String> baseNames() {
        return base.stream().map(RunInput::name).toList();
    }

    private void match() {
        Set<RowKey> keys = new LinkedHashSet<>(next.rows().keySet());
        base.forEach(side -> keys.addAll(side.rows().keySet()));
        for (RowKey key : keys) {
            List<SideRow> was = base.stream().map(side -> side.rows().get(key)).filter(row -> row != null).toList();
            Optional<SideRow> is = Optional.ofNullable(next.rows().get(key));
            Optional<MatchedRow> both = MatchedRow.of(was, is);
            if (both.isPresent()) {
                matched.put(key, both.get());
            } else if (Stream.concat(was.stream(), is.stream()).allMatch(row -> row.figures().isEmpty())) {
                without.add(key);
            } else {
                unmatched.add(new Unmatched(key.label(), MatchedRow.reason(was, is)));
            }
        }
    }

    private List<GateRow> judged() {
        Map<RowKey, UnpairedForks> forks = new LinkedHashMap<>();
        matched.forEach((key, row) -> forks.put(key, row.costs()));
        Map<RowKey, RunJudgement> judgements = RunComparisons.judge(forks, rules.margin(), rules.betweenRuns());
        return matched.entrySet().stream().map(row -> row(row.getValue(), judgements.get(row.getKey()))).toList();
    }

    private GateRow row(MatchedRow row, RunJudgement judgement) {
        String label = row.next().key().label();
        List<Double> was = row.base().stream().flatMap(List::stream).toList();
        return new GateRow(label, row.next().unit(), Estimate.of(was), Estimate.of(row.next().figures()), was.size(),
                row.next().figures().size(), judgement,
                rules.acknowledged().of(label, baseNames())
                        .filter(entry -> GateRow.isCovered(judgement, entry.ratio(), rules.margin())),
                row.cautions());
    }

    private List<String> notes(List<GateRow> rows) {
        Stream<String> ofSides = Stream.concat(
                base.stream().flatMap(side -> side.notes().stream().map(note -> side.name() + ": " + note)),
                next.notes().stream().map(note -> next.name() + ": " + note));
        Stream<String> ofMachine = next.run().isEmpty() ? Stream.of(UNNAMED_MACHINE) : Stream.empty();
        Stream<String> ofRows = without.isEmpty() ? Stream.empty()
                : Stream.of(Plural.of(without.size(), "row has", "rows have") + " a figure in none of the runs");
        return Stream.of(ofSides, ofMachine, ofRows, needless(rows)).flatMap(all -> all).distinct().toList();
    }

    /** An entry that excuses nothing today may excuse something else tomorrow. */
    private Stream<String> needless(List<GateRow> rows) {
        Set<Acknowledged.Entry> used = rows.stream().flatMap(row -> row.acknowledged().stream()).collect(Collectors.toSet());
        return rules.acknowledged().acknowledged().stream()
                .filter(entry -> !used.contains(entry))
                .map(entry -> "acknowledged but not seen, or larger than acknowledged: " + entry.row());
    }
}
