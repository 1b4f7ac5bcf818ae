// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.SequentialSettings;

/** Of a run that stopped as soon as it knew enough: how was each comparison decided, and after how many rounds? */
final class DecisionsSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        SequentialSettings deciding = analysis.run().manifest().deciding();
        if (deciding == null) {
            return List.of();
        }
        List<CellResult> compared = analysis.compared();
        String looks = deciding.looks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Prose summary = new Prose(Sentence.join(
                VerdictCounts.decided(analysis),
                " of ",
                VerdictCounts.compared(analysis),
                " comparisons are decided. All were judged after "
                        + (looks.isEmpty() ? "no round yet" : "rounds " + looks)
                        + ", each time with a part of the error alone; the forks had "
                        + Numbers.significant(deciding.limitMs() / 1000.0) + " s."));
        Table table = new Table(
                "",
                "comparison",
                List.of("verdict", "rounds", "measured"),
                compared.stream()
                        .map(cell -> new Table.Row(
                                cell.cell().id(),
                                cell.standIn(),
                                Table.Row.mixed(
                                                "",
                                                cell.comparison()
                                                        .orElseThrow()
                                                        .judgement()
                                                        .label(),
                                                Value.count(
                                                        Origin.ofPair(Statistic.ROUNDS, cell),
                                                        cell.comparison()
                                                                .orElseThrow()
                                                                .ratio()
                                                                .n()),
                                                cell.metrics().containsKey(ForkRecord.BASELINE)
                                                        ? "in one process"
                                                        : "apart")
                                        .entries()))
                        .toList());
        return List.of(new Content(
                "decisions",
                "How the comparisons were decided",
                "A comparison was measured until it was decided"
                        + " or the time was up. In one process: the two took turns in the same forks, and each ratio is a fork's own. One"
                        + " that is open says to which side it leans.",
                List.of(summary, table)));
    }
}
