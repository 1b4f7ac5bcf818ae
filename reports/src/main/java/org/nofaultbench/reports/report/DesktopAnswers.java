// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Answer;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Scale;

/** What the sections about attackers and frames come to, in a sentence or two each. */
final class DesktopAnswers {

    private static final List<String> MISHAPS =
            List.of("missedFramesCount", "lateCommitsCount", "lostCommitsCount", "tornCommitsCount");
    private static final List<String> NAMES = List.of("missed frames", "late", "lost", "torn commits");

    private DesktopAnswers() {}

    static List<Block> of(Analysis analysis) {
        List<Block> answers = new ArrayList<>();
        for (Panel panel : HostileSection.panels(analysis)) {
            List<CellResult> cells = measured(HostileSection.mostStolenFirst(panel));
            if (!cells.isEmpty()) {
                answers.add(new Answer("What can an attacker steal of each frame? (" + panel.label() + ")",
                        List.of(stolen("most", cells.get(0)), stolen("least", cells.get(cells.size() - 1)))));
            }
        }
        List<Answer.Statement> frames = FrameSection.panels(analysis).stream()
                .filter(panel -> !measured(panel.cells()).isEmpty())
                .map(DesktopAnswers::frames)
                .toList();
        if (!frames.isEmpty()) {
            answers.add(new Answer("Was every frame of real clients there, in time and whole?", frames));
        }
        return answers;
    }

    private static List<CellResult> measured(List<CellResult> cells) {
        return cells.stream().filter(cell -> !cell.figures().isEmpty()).toList();
    }

    private static Answer.Statement stolen(String rank, CellResult cell) {
        return Answer.Statement.plain("The " + rank + ": " + Palette.nameOf(cell) + ", "
                + Numbers.figureWithInterval(cell.figure().orElseThrow(), Scale.MILLISECONDS)
                + " for the attacker's buffer.", false);
    }

    private static Answer.Statement frames(Panel panel) {
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < MISHAPS.size(); i++) {
            counts.add(total(panel, MISHAPS.get(i)) + " " + NAMES.get(i));
        }
        return Answer.Statement.plain("Of " + total(panel, "framesCount") + " frames and " + total(panel, "commitsCount")
                + " commits, over all strategies (" + panel.label() + "): " + String.join(", ", counts) + ".", false);
    }

    private static long total(Panel panel, String metric) {
        return panel.cells().stream()
                .map(cell -> cell.total(metric))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }
}
