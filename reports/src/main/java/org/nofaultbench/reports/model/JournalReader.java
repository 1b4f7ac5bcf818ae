// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and checks {@code rounds.jsonl}: one fork a line. */
final class JournalReader {

    private final SourceFile file;
    private final Map<String, CellEntry> cells;
    private final boolean unfinished;
    private final Set<String> settled = new HashSet<>();

    JournalReader(SourceFile file, Manifest manifest) {
        this.file = file;
        this.cells = manifest.cells().stream().collect(Collectors.toMap(CellEntry::id, Function.identity()));
        this.unfinished = manifest.status() == RunStatus.UNFINISHED;
    }

    /** Every whole fork; a last line that a kill cut short becomes a warning. */
    List<ForkRecord> read(List<Warning> warnings) {
        List<ForkRecord> forks = new ArrayList<>();
        for (Lines.Line line : Lines.of(file, file.bytes(Limits.JOURNAL_BYTES))) {
            try {
                forks.add(fork(Json.parse(file, line.number(), line.bytes())));
            } catch (InputException e) {
                if (line.ended() || !unfinished) {
                    throw e;
                }
                warnings.add(new Warning.CutLine("rounds.jsonl", line.number()));
            }
        }
        return forks;
    }

    private ForkRecord fork(JsonDocument document) {
        ForkRecord fork = Json.bind(document, ForkRecord.class);
        Required required = new Required(document);
        checkPlace(fork, required);
        if (!fork.failed()) {
            checkSamples(fork, required);
        }
        return fork;
    }

    private void checkPlace(ForkRecord fork, Required required) {
        required.id(fork.cell(), "/cell");
        CellEntry cell = cells.get(fork.cell());
        required.that(cell != null, "cell is not in manifest.json", "/cell", fork.cell());
        required.that(
                !cell.skipped(), "cell was measured although manifest.json calls it skipped", "/cell", fork.cell());
        required.that(
                fork.round() >= 1 && fork.round() <= Limits.ROUNDS, "number is out of range", "/round", fork.round());
        required.that(fork.durationMs() >= 0, "number is out of range", "/durationMs", fork.durationMs());
        checkAttempt(fork, required);
    }

    /** Only what was disturbed is measured once more in its round. */
    private void checkAttempt(ForkRecord fork, Required required) {
        String place = fork.round() + " " + fork.cell();
        required.that(!settled.contains(place), "round has two forks of one cell", "/round", fork.round());
        if (!fork.disturbed()) {
            settled.add(place);
        }
        for (int i = 0; i < fork.disturbances().size(); i++) {
            required.id(fork.disturbances().get(i).what(), "/disturbances/" + i + "/what");
        }
    }

    private void checkSamples(ForkRecord fork, Required required) {
        required.present(fork.samples(), "/samples");
        fork.samples().forEach((metric, values) -> checkValues(values, "/samples/" + metric, required));
        String metric = cells.get(fork.cell()).metric();
        List<Double> figure = fork.samples().get(metric);
        required.that(
                figure != null && !figure.isEmpty(), "samples of the cell's metric are missing", "/samples", metric);
        for (int i = 0; i < figure.size(); i++) {
            required.that(figure.get(i) > 0, "a time must be above 0", "/samples/" + metric + "/" + i, figure.get(i));
        }
    }

    private static void checkValues(List<Double> values, String at, Required required) {
        required.present(values, at);
        for (int i = 0; i < values.size(); i++) {
            required.present(values.get(i), at + "/" + i);
        }
    }
}
