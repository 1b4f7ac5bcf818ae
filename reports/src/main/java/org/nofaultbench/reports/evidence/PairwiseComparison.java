// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * The no-fault mapping against one other strategy at one place.
 *
 * @param place benchmark, workload and parameters
 * @param other the other strategy's id
 * @param cells ids of the no-fault mapping's cell and of the other one's
 * @param judgement of the no-fault mapping's time over the other's, among all such comparisons of the run
 */
record PairwiseComparison(Panel place, String other, List<String> cells, Judgement judgement) {

    /** Two cells at one place with a round in common. */
    private record Pair(Panel place, CellResult own, CellResult other, PairedRounds rounds) {
        PairwiseComparison judged(Judgement judgement) {
            return new PairwiseComparison(
                    place,
                    other.rowName(),
                    List.of(own.cell().id(), other.cell().id()),
                    judgement);
        }
    }

    /** Of the no-fault mapping's time over the other's. */
    Value ratio() {
        return Value.ratio(new Origin(Statistic.RATIO, "", cells), judgement.ratio())
                .with(judgement.verdict());
    }

    /** Every other strategy at every place where both have a figure. */
    static List<PairwiseComparison> all(PatchEvidence evidence) {
        List<CellResult> cells = evidence.run().cells().stream()
                .filter(cell -> cell.cell().strategy() != null && PatchEvidence.isTime(cell))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        evidence.subject()
                .ifPresent(subject -> evidence.run()
                        .panels(cells, Set.of(Panel.STRATEGY))
                        .forEach(place -> pairs.addAll(pairs(place, subject.id(), evidence))));
        Map<Integer, PairedRounds> rows = new LinkedHashMap<>();
        pairs.forEach(pair -> rows.put(rows.size(), pair.rounds));
        List<PairwiseComparison> comparisons = new ArrayList<>();
        evidence.run()
                .looks()
                .judge(rows)
                .forEach((pair, judgement) -> comparisons.add(pairs.get(pair).judged(judgement)));
        return List.copyOf(comparisons);
    }

    private static List<Pair> pairs(Panel place, String subject, PatchEvidence evidence) {
        Optional<CellResult> own = place.cells().stream()
                .filter(cell -> subject.equals(cell.cell().strategy()))
                .findFirst();
        return own.stream()
                .flatMap(subjects -> place.cells().stream()
                        .filter(cell -> !evidence.isNoFault(cell))
                        .map(cell ->
                                new Pair(place, subjects, cell, evidence.run().pair(subjects, cell))))
                .filter(pair -> !pair.rounds.rounds().isEmpty())
                .toList();
    }
}
