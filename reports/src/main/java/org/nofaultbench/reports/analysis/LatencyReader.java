// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;

/**
 * Reads {@code latency.hlog}: HdrHistogram's log format, one histogram a fork, tagged with its cell. Fed line by line to the
 * library's own reader, which skips and guesses over a whole file and then cannot say where it went wrong.
 */
final class LatencyReader {

    private static final int HIGHEST_DIGITS = 3;
    private static final long HIGHEST_NS = 3_600_000_000_000L;

    private final SourceFile file;
    private final Set<String> cells;
    private final boolean unfinished;

    LatencyReader(SourceFile file, Manifest manifest) {
        this.file = file;
        this.cells = manifest.cells().stream().map(CellEntry::id).collect(Collectors.toSet());
        this.unfinished = manifest.status() == RunStatus.UNFINISHED;
    }

    /** Cell id to the sum of its forks' histograms, in ns; empty where the run has no such file. */
    Map<String, Histogram> read(List<Warning> warnings) {
        Map<String, Histogram> byCell = new LinkedHashMap<>();
        if (!file.exists()) {
            return byCell;
        }
        for (Lines.Line line : Lines.of(file, file.bytes(Limits.JOURNAL_BYTES))) {
            if (isData(line)) {
                addLine(line, byCell, warnings);
            }
        }
        return byCell;
    }

    private void addLine(Lines.Line line, Map<String, Histogram> byCell, List<Warning> warnings) {
        try {
            Histogram histogram = decoded(line);
            byCell.computeIfAbsent(histogram.getTag(), tag -> new Histogram(HIGHEST_DIGITS)).add(histogram);
        } catch (InputException e) {
            if (line.ended() || !unfinished) {
                throw e;
            }
            warnings.add(new Warning.CutLine("latency.hlog", line.number()));
        }
    }

    private Histogram decoded(Lines.Line line) {
        EncodableHistogram decoded = decodedByLibrary(line);
        if (!(decoded instanceof Histogram histogram) || histogram.getMaxValue() > HIGHEST_NS) {
            throw file.broken("line holds no latency histogram", Detail.of("line", line.number()));
        }
        if (histogram.getTag() == null || !cells.contains(histogram.getTag())) {
            throw file.broken("cell is not in manifest.json", Detail.of("line", line.number()),
                    Detail.of("tag", histogram.getTag()));
        }
        return histogram;
    }

    /** The library answers hostile bytes with whatever exception they lead to, hence the wide catch. */
    private EncodableHistogram decodedByLibrary(Lines.Line line) {
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(terminated(line.bytes())))) {
            return reader.nextIntervalHistogram();
        } catch (RuntimeException e) {
            throw file.broken("line holds no latency histogram", Detail.of("line", line.number()));
        }
    }

    /** The library wants a newline after every line, also after the last. */
    private static byte[] terminated(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    private static boolean isData(Lines.Line line) {
        return line.bytes().length > 0 && line.bytes()[0] != '#' && line.bytes()[0] != '"';
    }
}
