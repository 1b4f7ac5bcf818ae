// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Reads a run folder whole or refuses it with one line that names file and place. What a document says of itself its record's
 * constructor checks; here stands what the files say of one another.
 */
public final class RunReader {

    /** A histogram in HdrHistogram's log: tag, start, length and greatest value in seconds, and the compressed counts. */
    private static final Pattern LATENCIES =
            Pattern.compile("(?:Tag=([^,]*),)?[0-9.]+,[0-9.]+,[0-9.]+,([A-Za-z0-9+/=]+)");

    private static final int LATENCY_DIGITS = 3;
    private static final long LONGEST_LATENCY_NS = 3_600_000_000_000L;

    private final RunFolder folder;
    private final Manifest manifest;
    private final Map<String, CellEntry> cells;
    private final Map<String, Integer> cutLines = new LinkedHashMap<>();

    private RunReader(RunFolder folder) {
        this.folder = folder;
        this.manifest = manifest(folder.manifest());
        this.cells = manifest.cells().stream().collect(Collectors.toMap(CellEntry::id, Function.identity()));
    }

    public static Run read(RunFolder folder) {
        return new RunReader(folder).run(true);
    }

    /** The same without the histograms, which take longer to read than all else. */
    public static Run readWithoutLatencies(RunFolder folder) {
        return new RunReader(folder).run(false);
    }

    /** The version first, since another version may have another shape. */
    static Manifest manifest(SourceFile file) {
        JsonDocument document = Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES));
        JsonNode version = document.tree().path("schemaVersion");
        if (version.isMissingNode() || version.isNull()) {
            throw document.broken("value is missing", "/schemaVersion");
        }
        if (!version.isInt() || version.intValue() != Manifest.SCHEMA_VERSION) {
            throw document.refused(
                    "schema version is unknown",
                    "use the release of nofault-bench that wrote the run",
                    "/schemaVersion",
                    Detail.of("found", version),
                    Detail.of("known", Manifest.SCHEMA_VERSION));
        }
        return Json.bind(document, Manifest.class);
    }

    static Environment environment(SourceFile file) {
        return Json.bind(Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES)), Environment.class);
    }

    private Run run(boolean withLatencies) {
        Environment environment = environment(folder.environment());
        List<ForkRecord> forks = forks();
        Map<String, Histogram> latencies = withLatencies ? latencies() : Map.of();
        return new Run(folder, manifest, environment, forks, latencies, cutLines);
    }

    /** A last line that a kill cut short is noted and left out. */
    private void readLines(SourceFile file, Consumer<SourceFile.Line> reader) {
        for (SourceFile.Line line : file.lines()) {
            try {
                reader.accept(line);
            } catch (InputException e) {
                if (line.ended() || manifest.status() != RunStatus.UNFINISHED) {
                    throw e;
                }
                cutLines.put(file.path().getFileName().toString(), line.number());
            }
        }
    }

    private List<ForkRecord> forks() {
        SourceFile journal = folder.journal();
        List<ForkRecord> forks = new ArrayList<>();
        Set<String> undisturbed = new HashSet<>();
        readLines(journal, line -> {
            JsonDocument document = Json.parse(journal, line.number(), line.bytes());
            ForkRecord fork = Json.bind(document, ForkRecord.class);
            check(fork, cells.get(fork.cell()), document);
            // Only what was disturbed is measured once more in its round.
            String place = fork.round() + " " + fork.cell();
            document.check(!undisturbed.contains(place), "round has two forks of one cell", "/round", fork.round());
            if (!fork.disturbed()) {
                undisturbed.add(place);
            }
            forks.add(fork);
        });
        return List.copyOf(forks);
    }

    private static void check(ForkRecord fork, CellEntry cell, JsonDocument document) {
        document.check(cell != null, "cell is not in manifest.json", "/cell", fork.cell());
        document.check(
                !cell.skipped(), "cell was measured although manifest.json calls it skipped", "/cell", fork.cell());
        if (!fork.failed()) {
            List<Double> figure = fork.samples().getOrDefault(cell.metric(), List.of());
            document.check(!figure.isEmpty(), "samples of the cell's metric are missing", "/samples", cell.metric());
            for (int i = 0; i < figure.size(); i++) {
                String at = "/samples/" + cell.metric() + "/" + i;
                document.check(figure.get(i) > 0, "a time must be above 0", at, figure.get(i));
            }
        }
    }

    /** Cell id to the sum of its forks' histograms, in ns; empty where the run has no such file. */
    private Map<String, Histogram> latencies() {
        SourceFile log = folder.latencies();
        Map<String, Histogram> byCell = new LinkedHashMap<>();
        if (log.exists()) {
            readLines(log, line -> {
                String text = new String(line.bytes(), StandardCharsets.UTF_8);
                if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("\"")) {
                    addLatencies(log, line.number(), LATENCIES.matcher(text), byCell);
                }
            });
        }
        return byCell;
    }

    private void addLatencies(SourceFile log, int line, Matcher entry, Map<String, Histogram> byCell) {
        if (!entry.matches()) {
            throw noHistogram(log, line);
        }
        String tag = entry.group(1);
        if (tag == null || !cells.containsKey(tag)) {
            throw log.broken("cell is not in manifest.json", Detail.of("line", line), Detail.of("tag", tag));
        }
        Histogram histogram = decoded(entry.group(2), log, line);
        if (histogram.getMaxValue() > LONGEST_LATENCY_NS) {
            throw noHistogram(log, line);
        }
        byCell.computeIfAbsent(tag, cell -> new Histogram(LATENCY_DIGITS)).add(histogram);
    }

    /**
     * The library's own reader of lines guesses over a whole file and cannot say where it went wrong; given one line at a time
     * it compiles its patterns anew, a millisecond each. It answers hostile bytes with any exception, hence the wide catch.
     */
    private static Histogram decoded(String base64, SourceFile log, int line) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
        } catch (RuntimeException | DataFormatException e) {
            throw noHistogram(log, line);
        }
    }

    private static InputException noHistogram(SourceFile log, int line) {
        return log.broken("line holds no latency histogram", Detail.of("line", line));
    }
}
