// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Locale;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * A timeline in the size of a word: levels, and a tick at each change that somebody should look at. The table beside it says the same
 * in words.
 */
final class Sparkline {

    private static final double WIDTH = 110;
    private static final double HEIGHT = 26;
    private static final double INSET = 4;
    private static final double DEVIATIONS = 2.5;

    private final Timeline line;
    private final double low;
    private final double high;

    private Sparkline(Timeline line) {
        this.line = line;
        this.low = line.segments().stream().mapToDouble(of -> of.level() - DEVIATIONS * of.deviation()).min().orElse(0);
        this.high = line.segments().stream().mapToDouble(of -> of.level() + DEVIATIONS * of.deviation()).max().orElse(0);
    }

    static String of(Timeline line) {
        return new Sparkline(line).svg();
    }

    private String svg() {
        StringBuilder dots = new StringBuilder();
        int step = Math.max(1, line.points().size() / (int) WIDTH);
        for (int i = line.points().size() - 1; i >= 0; i -= step) {
            dots.append("M").append(x(i + 0.5)).append(' ').append(y(Math.log(line.points().get(i).estimate().median()))).append("h0");
        }
        StringBuilder levels = new StringBuilder();
        for (Segment segment : line.segments()) {
            levels.append("M").append(x(segment.from())).append(' ').append(y(segment.level())).append('H').append(x(segment.to()));
        }
        StringBuilder changes = new StringBuilder();
        line.changes().stream().filter(Change::isAlarm).forEach(change ->
                changes.append("M").append(x(change.place().at())).append(" 0v").append(number(HEIGHT)));
        return "<svg class=\"spark\" viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT) + "\" aria-hidden=\"true\">"
                + path("s-grid", "", changes) + path("s-c1", " stroke-linecap=\"round\" stroke-width=\"1.8\"", dots)
                + path("s-c3", " stroke-width=\"1.8\"", levels) + "</svg>";
    }

    private static String path(String ink, String style, StringBuilder d) {
        return d.isEmpty() ? "" : "<path class=\"" + ink + "\" fill=\"none\"" + style + " d=\"" + d + "\"></path>";
    }

    private String x(double place) {
        return number(WIDTH * place / line.points().size());
    }

    private String y(double log) {
        double share = high > low ? (Math.min(Math.max(log, low), high) - low) / (high - low) : 0.5;
        return number(INSET + (HEIGHT - 2 * INSET) * (1 - share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
