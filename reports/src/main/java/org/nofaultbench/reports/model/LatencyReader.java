// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Reads {@code latency.hlog}: HdrHistogram's log format, one histogram a fork, tagged with its cell. The histograms are decoded
 * by the library; its own reader of lines skips and guesses over a whole file and then cannot say where it went wrong, and to
 * give it one line at a time costs a millisecond each, in which it compiles the patterns of its scanner.
 */
final class LatencyReader {

    /** Tag, start, length and greatest value, in seconds, and the compressed histogram. */
    private static final Pattern ENTRY = Pattern.compile("(?:Tag=([^,]*),)?[0-9.]+,[0-9.]+,[0-9.]+,([A-Za-z0-9+/=]+)");

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
            byCell.computeIfAbsent(histogram.getTag(), tag -> new Histogram(HIGHEST_DIGITS))
                    .add(histogram);
        } catch (InputException e) {
            if (line.ended() || !unfinished) {
                throw e;
            }
            warnings.add(new Warning.CutLine("latency.hlog", line.number()));
        }
    }

    private Histogram decoded(Lines.Line line) {
        Matcher entry = ENTRY.matcher(new String(line.bytes(), StandardCharsets.UTF_8));
        if (!entry.matches()) {
            throw broken(line);
        }
        String tag = entry.group(1);
        if (tag == null || !cells.contains(tag)) {
            throw file.broken("cell is not in manifest.json", Detail.of("line", line.number()), Detail.of("tag", tag));
        }
        Histogram histogram = decodedByLibrary(entry.group(2), line);
        if (histogram.getMaxValue() > HIGHEST_NS) {
            throw broken(line);
        }
        histogram.setTag(tag);
        return histogram;
    }

    /** The library answers hostile bytes with whatever exception they lead to, hence the wide catch. */
    private Histogram decodedByLibrary(String base64, Lines.Line line) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
        } catch (RuntimeException | DataFormatException e) {
            throw broken(line);
        }
    }

    private InputException broken(Lines.Line line) {
        return file.broken("line holds no latency histogram", Detail.of("line", line.number()));
    }

    private static boolean isData(Lines.Line line) {
        return line.bytes().length > 0 && line.bytes()[0] != '#' && line.bytes()[0] != '"';
    }
}
