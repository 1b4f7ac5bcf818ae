// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Locale;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.MinimumDetectableEffect;

/** Entries of tables as cells of the page. */
final class CellView {

    private CellView() {}

    /** A row that misses for one reason says so once, across all columns. */
    static List<View.Cell> of(List<Entry> entries) {
        Entry first = entries.get(0);
        if (first instanceof Entry.Missing missing && entries.stream().allMatch(first::equals)) {
            return List.of(new View.Cell("missing", missing.absence().kind().name(), null,
                    Printable.brief(missing.absence().reason()), null, Integer.toString(entries.size()), null));
        }
        return entries.stream().map(CellView::of).toList();
    }

    private static View.Cell of(Entry entry) {
        if (entry instanceof Entry.Text text) {
            boolean number = text.text().matches("[-+]?[0-9]+([.][0-9]+)?");
            String kind = number || text.text().equals("too few") ? "number" : "words";
            return new View.Cell(kind, Printable.text(text.text()), null, null, null, null, number ? text.text() : null);
        }
        if (entry instanceof Entry.Figure figure) {
            return new View.Cell("number", figure.scale().format(figure.estimate().median()),
                    interval(figure.estimate(), figure.scale()), null, null, null, value(figure.estimate().median()));
        }
        if (entry instanceof Entry.Judged judged) {
            return judged(judged);
        }
        Entry.Missing missing = (Entry.Missing) entry;
        return new View.Cell("missing", missing.absence().kind().name(), null, null, null, null, null);
    }

    private static View.Cell judged(Entry.Judged judged) {
        String time = judged.scale().format(judged.figure().median()) + " " + judged.scale().unit();
        if (judged.comparison().isEmpty()) {
            return new View.Cell("number", time, interval(judged.figure(), judged.scale()),
                    judged.control() ? "baseline" : "no ratio", null, null, judged.control() ? "1.0" : null);
        }
        Comparison comparison = judged.comparison().get();
        Estimate ratio = comparison.ratio();
        String interval = ratio.interval()
                .map(of -> Numbers.ratio(of.low()) + "\u2013" + Numbers.ratio(of.high()))
                .orElseGet(() -> Plural.of(ratio.n(), "round", "rounds"));
        Judgement judgement = comparison.judgement();
        return new View.Cell("number", Numbers.ratio(ratio.median()) + "\u00d7", interval, time + sight(judgement.sight()),
                new View.Badge(judgement.label(), badge(comparison.verdict().label()).kind()), null, value(ratio.median()));
    }

    private static String sight(MinimumDetectableEffect sight) {
        String self = sight.selfDifference().map(of -> ", A/A " + Numbers.percent(of)).orElse("");
        return ", sees " + Numbers.percent(sight.smallestEffect()) + self;
    }

    private static String interval(Estimate estimate, Scale scale) {
        return estimate.interval()
                .map(of -> scale.format(of.low()) + (of.low() < 0 ? " to " : "\u2013") + scale.format(of.high()))
                .orElseGet(() -> Plural.of(estimate.n(), "round", "rounds"));
    }

    /** What the column is sorted by: the figure unrounded, in a unit that all of its column share. */
    private static String value(double value) {
        return Double.toString(value);
    }

    static View.Badge badge(String word) {
        return new View.Badge(word, word.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
