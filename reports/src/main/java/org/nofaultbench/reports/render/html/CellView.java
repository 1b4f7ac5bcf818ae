// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Locale;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;

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
            boolean figure = text.sentence().values().size() == 1 && text.sentence().parts().get(0) instanceof Value;
            String kind = number || figure || text.text().equals("too few") ? "number" : "words";
            return new View.Cell(kind, Printable.text(text.text()), null, null, null, null,
                    figure ? sortKey(text.sentence().values().get(0).value()) : number ? text.text() : null);
        }
        if (entry instanceof Entry.Figure figure) {
            return new View.Cell("number", figure.value().text(), interval(figure), null, null, null, sortKey(figure.value().value()));
        }
        if (entry instanceof Entry.Judged judged) {
            return judged(judged);
        }
        Entry.Missing missing = (Entry.Missing) entry;
        return new View.Cell("missing", missing.absence().kind().name(), null, null, null, null, null);
    }

    private static View.Cell judged(Entry.Judged judged) {
        if (judged.ratio().isEmpty()) {
            return new View.Cell("number", judged.time(), interval(judged.figure()), judged.control() ? "baseline" : "no ratio", null,
                    null, judged.control() ? "1.0" : null);
        }
        Value ratio = judged.ratio().get();
        List<String> resolution = judged.resolution();
        String small = judged.time() + ", sees " + resolution.get(0) + (resolution.size() > 1 ? ", A/A " + resolution.get(1) : "");
        return new View.Cell("number", judged.ratioText() + "\u00d7",
                judged.ratioEnds().map(ends -> String.join("\u2013", ends)).orElseGet(() -> Plural.of(ratio.n(), "round", "rounds")), small,
                new View.Badge(judged.judgement().orElseThrow().label(), badge(ratio.verdict().orElseThrow().label()).kind()), null,
                sortKey(ratio.value()));
    }

    private static String interval(Entry.Figure figure) {
        return figure.ends()
                .map(ends -> String.join(ends.get(0).startsWith("-") ? " to " : "\u2013", ends))
                .orElseGet(() -> Plural.of(figure.value().n(), "round", "rounds"));
    }

    /** What the column is sorted by: the figure unrounded, in a unit that all of its column share. */
    private static String sortKey(double value) {
        return Double.toString(value);
    }

    static View.Badge badge(String word) {
        return new View.Badge(word, word.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
