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
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * The no-fault mapping against one other strategy at one place.
 *
 * @param place benchmark, workload and parameters
 * @param other the other strategy's id
 * @param judgement of the no-fault mapping's time over the other's, among all such comparisons of the run
 */
record PairwiseComparison(Panel place, String other, Judgement judgement) {

    /** Two cells at one place with a round in common. */
    private record Pair(Panel place, String other, PairedRounds rounds) {}

    /** Every other strategy at every place where both have a figure. */
    static List<PairwiseComparison> all(PatchEvidence dossier) {
        List<CellResult> cells = dossier.run().cells().stream()
                .filter(cell -> cell.cell().strategy() != null && PatchEvidence.isTime(cell))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        dossier.subject().ifPresent(subject -> dossier.run().panels(cells, Set.of(Panel.STRATEGY)).forEach(place ->
                pairs.addAll(pairs(place, subject.id(), dossier))));
        Map<Integer, PairedRounds> rows = new LinkedHashMap<>();
        pairs.forEach(pair -> rows.put(rows.size(), pair.rounds));
        List<PairwiseComparison> duels = new ArrayList<>();
        dossier.run().looks().judge(rows).forEach((pair, judgement) ->
                duels.add(new PairwiseComparison(pairs.get(pair).place, pairs.get(pair).other, judgement)));
        return List.copyOf(duels);
    }

    private static List<Pair> pairs(Panel place, String subject, PatchEvidence dossier) {
        Optional<CellResult> own = place.cells().stream()
                .filter(cell -> subject.equals(cell.cell().strategy()))
                .findFirst();
        return own.stream()
                .flatMap(of -> place.cells().stream()
                        .filter(cell -> !dossier.isNoFault(cell))
                        .map(cell -> new Pair(place, cell.rowName(), dossier.run().pair(of, cell))))
                .filter(pair -> !pair.rounds.rounds().isEmpty())
                .toList();
    }
}
