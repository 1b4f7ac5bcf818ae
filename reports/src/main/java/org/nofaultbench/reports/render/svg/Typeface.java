// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Font;

/** The fonts that charts are laid out with; the page may show others, and each text keeps the room that it was given. */
final class Typeface {

    /** As wide as Arial and Helvetica, which most readers' machines have; without it AWT takes its own default. */
    private static final String FAMILY = "Liberation Sans";

    static final Font TICK = new Font(FAMILY, Font.PLAIN, 13);
    static final Font LABEL = TICK;
    static final Font TITLE = new Font(FAMILY, Font.BOLD, 16);

    private Typeface() {}
}
