// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.SequentialSettings;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Judgement;

/** Of a run that stopped at what it saw: how was each comparison decided, and after how many rounds? */
final class DecisionsSection implements Section {

    @Override
    public boolean isOf(Analysis analysis) {
        return analysis.run().manifest().deciding() != null;
    }

    @Override
    public Content of(Analysis analysis) {
        SequentialSettings deciding = analysis.run().manifest().deciding();
        List<CellResult> compared = analysis.compared();
        long decided = compared.stream().filter(cell -> judgement(cell).verdict().isDecided()).count();
        String looks = deciding.looks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Prose summary = new Prose(decided + " of " + compared.size() + " comparisons are decided. All were judged after "
                + (looks.isEmpty() ? "no round yet" : "rounds " + looks) + ", each time with a part of the error alone; the forks had "
                + Numbers.significant(deciding.limitMs() / 1000.0) + " s.");
        return Content.of("decisions", "How the comparisons were decided", "A comparison was measured until it was decided or the"
                + " time was up. In one process: the two took turns in the same forks, and each ratio is a fork's own. One that is"
                + " open says to which side it leans.", List.of(summary, table(compared)));
    }

    private static Table table(List<CellResult> compared) {
        return new Table("", "comparison", List.of("verdict", "rounds", "measured"), compared.stream()
                .map(cell -> new Table.Row(cell.cell().id(), cell.standIn(), List.of(
                        new Entry.Text(judgement(cell).label()),
                        new Entry.Text(String.valueOf(cell.comparison().orElseThrow().ratio().n())),
                        new Entry.Text(cell.metrics().containsKey(ForkRecord.BASELINE) ? "in one process" : "apart"))))
                .toList());
    }

    private static Judgement judgement(CellResult cell) {
        return cell.comparison().orElseThrow().judgement();
    }
}
