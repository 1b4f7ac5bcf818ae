// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import org.nofaultbench.reports.document.Entry;

/** Entries of tables as one line of ASCII. */
final class EntryText {

    private EntryText() {}

    static String of(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return Ascii.of(text.text());
        }
        if (entry instanceof Entry.Figure figure) {
            return figure.value().text() + " " + figure.ends()
                    .map(ends -> "[" + String.join(", ", ends) + "]")
                    .orElse("(n=" + figure.value().n() + ")");
        }
        if (entry instanceof Entry.Judged judged) {
            return Ascii.of(judged.time());
        }
        return ((Entry.Missing) entry).absence().kind().name();
    }
}
