// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Answer;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Estimate;

/** Words a cell's result as a sentence. */
final class Sentences {

    /** How a question's answers are worded. */
    @FunctionalInterface
    interface Wording {
        Answer.Statement of(CellResult cell);
    }

    private Sentences() {}

    static Answer.Statement reading(CellResult cell) {
        String size = cell.cell().parameters().getOrDefault(Grid.SIZE, "a buffer");
        return worded(cell, "Reading " + size + " through " + name(cell) + " costs ");
    }

    static Answer.Statement recovering(CellResult cell) {
        String size = cell.cell().parameters().getOrDefault(Grid.SIZE, "a buffer");
        return worded(cell, "Losing " + size + " while reading through " + name(cell) + " costs ");
    }

    private static Answer.Statement worded(CellResult cell, String start) {
        if (cell.figures().isEmpty()) {
            Absence absence = cell.absence().orElseThrow();
            return Answer.Statement.absent(name(cell) + ": " + absence.reason() + ".", absence.kind());
        }
        Estimate figure = cell.figure().orElseThrow();
        Scale scale = Scale.ofTimes(cell.cell().unit(), List.of(figure.median()));
        String time = scale.format(figure.median()) + " " + scale.unit();
        return cell.comparison()
                .map(comparison -> Answer.Statement.judged(start + ratio(cell, time), comparison.verdict()))
                .orElseGet(() -> Answer.Statement.plain(start + Numbers.figureWithInterval(figure, scale) + ".",
                        cell.control()));
    }

    private static String ratio(CellResult cell, String time) {
        Estimate ratio = cell.comparison().orElseThrow().ratio();
        String rounds = ratio.interval().isPresent() ? "" : " in " + Plural.of(ratio.n(), "round", "rounds");
        return Numbers.ratioWithInterval(ratio) + rounds + " of " + Baselines.of(cell) + ", " + time + ".";
    }

    private static String name(CellResult cell) {
        return Palette.nameOf(cell);
    }
}
