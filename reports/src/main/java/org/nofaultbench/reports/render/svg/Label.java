// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import org.nofaultbench.reports.model.Printable;

/** Names cut to the room that a chart has for them; the table beside it has them whole. */
final class Label {

    private static final int LONGEST = 40;

    private Label() {}

    static String of(String name) {
        String text = Printable.brief(name);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
