// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Chart;

/**
 * A chart in the size of a word: dots, levels, and a tick at each change. It needs no fonts.
 *
 * @param low natural logarithm of the least figure that is shown
 * @param high of the greatest
 */
public record Sparkline(Chart.OverTime chart, double low, double high) {

    private static final double WIDTH = 110;
    private static final double HEIGHT = 26;
    private static final double INSET = 4;

    public static String svg(Chart.OverTime chart) {
        double low = chart.levels().stream()
                .mapToDouble(level -> level.band().low())
                .min()
                .orElseThrow();
        double high = chart.levels().stream()
                .mapToDouble(level -> level.band().high())
                .max()
                .orElseThrow();
        return new Sparkline(chart, Math.log(low), Math.log(high)).svg();
    }

    private String svg() {
        int last = chart.dots().size() - 1;
        int step = Math.max(1, chart.dots().size() / (int) WIDTH);
        String dots = IntStream.iterate(last, i -> i >= 0, i -> i - step)
                .mapToObj(i -> "M" + x(i + 0.5) + " " + y(chart.dots().get(i).value()) + "h0")
                .collect(Collectors.joining());
        String levels = chart.levels().stream()
                .map(level -> "M" + x(level.from()) + " " + y(level.value()) + "H" + x(level.to()))
                .collect(Collectors.joining());
        String changes = chart.changes().stream()
                .map(change -> "M" + x(change.value()) + " 0v" + number(HEIGHT))
                .collect(Collectors.joining());
        return "<svg class=\"spark\" viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT) + "\" aria-hidden=\"true\">"
                + path("grid", "", changes)
                + path("c1", " stroke-linecap=\"round\" stroke-width=\"1.8\"", dots)
                + path("c3", " stroke-width=\"1.8\"", levels) + "</svg>";
    }

    private static String path(String colour, String style, String d) {
        return d.isEmpty()
                ? ""
                : "<path stroke=\"var(--" + colour + ")\" fill=\"none\"" + style + " d=\"" + d + "\"></path>";
    }

    private String x(double place) {
        return number(WIDTH * place / chart.dots().size());
    }

    private String y(double value) {
        double log = Math.log(value);
        double share = high > low ? (Math.min(Math.max(log, low), high) - low) / (high - low) : 0.5;
        return number(INSET + (HEIGHT - 2 * INSET) * (1 - share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
