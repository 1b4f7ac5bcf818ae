// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Answer;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Prose;

/** What does the run say, in one sentence for each strategy and question? */
final class VerdictSection implements Section {

    @Override
    public Content of(Analysis analysis) {
        Optional<String> size = Headline.size(analysis);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : ReadPanels.of(analysis)) {
            List<CellResult> cells = panel.cells().stream().filter(cell -> size.equals(sizeOf(cell))).toList();
            addAnswer(blocks, "What does reading cost while the client behaves? (" + panel.label() + ")", cells, Sentences::reading);
        }
        List<Panel> recoveries = RecoverySection.panels(analysis);
        for (Panel panel : recoveries) {
            String label = panel.labelAmong(recoveries);
            addAnswer(blocks, "What does it cost when the client takes the memory away?" + (label.isEmpty() ? "" : " (" + label + ")"),
                    panel.cells(), Sentences::recovering);
        }
        DesktopAnswers.of(analysis).forEach(blocks::add);
        blocks.add(new Prose(VerdictCounts.of(analysis)));
        return Content.of("verdict", "In short", "", blocks);
    }

    private static Optional<String> sizeOf(CellResult cell) {
        return Optional.ofNullable(cell.cell().parameters().get(Grid.SIZE));
    }

    private static void addAnswer(List<Block> blocks, String question, List<CellResult> cells, Sentences.Wording wording) {
        List<Answer.Statement> statements = cells.stream()
                .filter(cell -> cell.cell().baseline() != null || !cell.figures().isEmpty())
                .map(wording::of)
                .toList();
        if (!statements.isEmpty()) {
            blocks.add(new Answer(question, statements));
        }
    }
}
