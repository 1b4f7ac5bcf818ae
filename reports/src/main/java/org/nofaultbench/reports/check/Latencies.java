// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;

/** Tables of percentiles, counted out from {@code latency.hlog}. */
final class Latencies {

    private static final Pattern CLOCK = Pattern.compile("takes ([0-9.]+) ns, in steps of ([0-9.]+) ns");
    private static final int BEYOND = 10;
    private static final double ROUNDING = 1e-6;

    private final Map<String, Histogram> histograms = new HashMap<>();
    private final RawRun run;

    private Latencies(RawRun run) {
        this.run = run;
    }

    static Latencies of(RawRun run) throws IOException {
        Latencies latencies = new Latencies(run);
        Path log = run.path().resolve("latency.hlog");
        if (Files.exists(log)) {
            latencies.read(log);
        }
        return latencies;
    }

    private void read(Path log) throws IOException {
        HistogramLogReader reader = new HistogramLogReader(log.toFile());
        while (reader.hasNext()) {
            if (reader.nextIntervalHistogram() instanceof Histogram next) {
                histograms.computeIfAbsent(next.getTag(), tag -> new Histogram(3)).add(next);
            }
        }
    }

    static boolean isOne(PrintedTable table) {
        return table.columns().contains("p50");
    }

    void check(PrintedTable table, Place place, Audit audit) {
        double unit = Unit.named(place.rest()).orElse(1.0);
        for (PrintedTable.Row row : table.rows()) {
            Optional<RawCell> cell = place.cell(run, row.label(), "");
            Histogram histogram = cell.map(of -> histograms.get(of.id())).orElse(null);
            for (int i = 0; i < Math.min(table.columns().size(), row.entries().size()); i++) {
                String at = table.caption() + " / " + row.label() + " / " + table.columns().get(i);
                check(at, table.columns().get(i), row.entries().get(i), histogram, unit, audit);
            }
        }
        clock(table, place, audit);
    }

    private static void check(
            String at, String column, Printed printed, Histogram histogram, double unit, Audit audit) {
        if (histogram == null || printed.parts().containsKey(Printed.Part.ABSENT)) {
            audit.that(histogram == null && !printed.parts().containsKey(Printed.Part.FIGURE), at, "absence", printed.text(),
                    histogram == null ? "no latencies" : "latencies");
            return;
        }
        double expected = switch (column) {
            case "accesses" -> histogram.getTotalCount();
            case "max" -> histogram.getMaxValue() / unit;
            default -> percentile(histogram, Double.parseDouble(column.substring(1))) / unit;
        };
        if (Double.isNaN(expected)) {
            audit.that(printed.parts().containsKey(Printed.Part.TOO_FEW), at, "percentile", printed.text(), "too few");
        } else {
            audit.that(printed.parts().containsKey(Printed.Part.FIGURE)
                    && Rounding.fits(printed.parts().get(Printed.Part.FIGURE), expected), at, "figure", printed.text(), expected);
        }
    }

    boolean has(RawCell cell) {
        return histograms.containsKey(cell.id());
    }

    /** In nanoseconds; empty where too few accesses lie beyond. */
    OptionalDouble percentile(RawCell cell, double percent) {
        double value = percentile(histograms.get(cell.id()), percent);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The least recorded value that so many accesses do not exceed; NaN where fewer than ten lie beyond. */
    private static double percentile(Histogram histogram, double percent) {
        long total = histogram.getTotalCount();
        if (total * (1 - percent / 100) < BEYOND) {
            return Double.NaN;
        }
        double wanted = percent / 100 * total;
        long seen = 0;
        for (HistogramIterationValue step : histogram.recordedValues()) {
            seen += step.getCountAddedInThisIterationStep();
            if (seen >= wanted - ROUNDING) {
                return histogram.highestEquivalentValue(step.getValueIteratedTo());
            }
        }
        return Double.NaN;
    }

    private void clock(PrintedTable table, Place place, Audit audit) {
        Matcher matcher = CLOCK.matcher(place.rest());
        List<RawCell> timed = table.rows().stream()
                .flatMap(row -> place.cell(run, row.label(), "").stream())
                .filter(cell -> !cell.further("clockNs").isEmpty())
                .toList();
        if (matcher.find() && !timed.isEmpty()) {
            audit.number(table.caption(), "clock", matcher.group(1), new Sorted(timed.get(0).further("clockNs")).median());
            audit.number(table.caption(), "clock's steps", matcher.group(2),
                    timed.get(0).sorted(timed.get(0).further("clockResolutionNs")).map(Sorted::median).orElse(0.0));
        }
    }
}
