// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * A timeline in the size of a word: levels, and a tick at each change that somebody should look at. The table beside it says the same
 * in words.
 *
 * @param low natural logarithm of the least figure that is shown
 * @param high of the greatest
 */
record Sparkline(Timeline line, double low, double high) {

    private static final double WIDTH = 110;
    private static final double HEIGHT = 26;
    private static final double INSET = 4;
    private static final double DEVIATIONS = 2.5;

    static String svg(Timeline line) {
        ToDoubleFunction<Segment> low = segment -> segment.level() - DEVIATIONS * segment.deviation();
        ToDoubleFunction<Segment> high = segment -> segment.level() + DEVIATIONS * segment.deviation();
        return new Sparkline(
                        line,
                        line.segments().stream().mapToDouble(low).min().orElseThrow(),
                        line.segments().stream().mapToDouble(high).max().orElseThrow())
                .svg();
    }

    private String svg() {
        int last = line.points().size() - 1;
        int step = Math.max(1, line.points().size() / (int) WIDTH);
        String dots = IntStream.iterate(last, i -> i >= 0, i -> i - step)
                .mapToObj(i ->
                        "M" + x(i + 0.5) + " " + y(Math.log(line.points().get(i).median())) + "h0")
                .collect(Collectors.joining());
        String levels = line.segments().stream()
                .map(segment -> "M" + x(segment.from()) + " " + y(segment.level()) + "H" + x(segment.to()))
                .collect(Collectors.joining());
        String changes = line.changes().stream()
                .filter(Change::isAlarm)
                .map(change -> "M" + x(change.place().at()) + " 0v" + number(HEIGHT))
                .collect(Collectors.joining());
        return "<svg class=\"spark\" viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT) + "\" aria-hidden=\"true\">"
                + path("s-grid", "", changes)
                + path("s-c1", " stroke-linecap=\"round\" stroke-width=\"1.8\"", dots)
                + path("s-c3", " stroke-width=\"1.8\"", levels) + "</svg>";
    }

    private static String path(String ink, String style, String d) {
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
