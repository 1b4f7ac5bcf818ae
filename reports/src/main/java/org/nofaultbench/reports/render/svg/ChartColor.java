// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Color;
import java.util.Locale;
import java.util.Optional;

/**
 * What a stroke or a fill is for. Charts are drawn in colours that nobody would choose, one for each purpose; afterwards each
 * is replaced by a CSS class, and the style sheet decides how it looks in light and in dark.
 */
enum ChartColor {
    TEXT,
    MUTED,
    GRID,
    BAND,
    REFERENCE,
    SURFACE;

    /** How many colours the style sheet has for series; further ones begin again with another shape. */
    static final int SERIES = 8;

    private static final int PURPOSE = 1;
    private static final int STYLE = 2;
    private static final int HEAT = 3;

    Color color() {
        return new Color(PURPOSE, 0, ordinal());
    }

    static Color ofSeries(int style) {
        return new Color(STYLE, 0, style % SERIES);
    }

    static Color ofHeat(int step) {
        return new Color(HEAT, 0, step);
    }

    /** The class that stands for a colour as Batik writes it, such as {@code rgb(2,0,3)}. */
    static Optional<String> classOf(String written) {
        if (!written.startsWith("rgb(")) {
            return Optional.empty();
        }
        String[] parts = written.replaceAll("rgb\\(|\\)", "").split(",");
        if (parts.length != 3 || !parts[1].equals("0")) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "" + PURPOSE ->
                Optional.of(values()[Integer.parseInt(parts[2])].name().toLowerCase(Locale.ROOT));
            case "" + STYLE -> Optional.of("c" + parts[2]);
            case "" + HEAT -> Optional.of("h" + parts[2]);
            default -> Optional.empty();
        };
    }
}
