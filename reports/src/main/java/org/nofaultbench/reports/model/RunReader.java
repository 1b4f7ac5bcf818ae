// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Reads a run folder whole or refuses it with one line. A run without its machine is refused: the figures mean nothing. */
public final class RunReader {

    private RunReader() {}

    public static Run read(RunFolder folder) {
        return read(folder, true);
    }

    /** The same without the histograms, which take longer to read than all else. */
    public static Run readWithoutLatencies(RunFolder folder) {
        return read(folder, false);
    }

    private static Run read(RunFolder folder, boolean withLatencies) {
        List<Warning> warnings = new ArrayList<>();
        Manifest manifest = ManifestReader.read(folder.manifest());
        Environment environment = environment(folder.environment());
        List<ForkRecord> forks = new JournalReader(folder.journal(), manifest).read(warnings);
        Map<String, Histogram> latencies =
                withLatencies ? new LatencyReader(folder.latencies(), manifest).read(warnings) : Map.of();
        return new Run(folder, manifest, environment, List.copyOf(forks), latencies, List.copyOf(warnings));
    }

    static Environment environment(SourceFile file) {
        JsonDocument document = Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES));
        Environment environment = Json.bind(document, Environment.class);
        Required required = new Required(document);
        required.id(environment.machine(), "/machine");
        List<SelfComparison> comparisons = environment.selfComparisons();
        for (int i = 0; comparisons != null && i < comparisons.size(); i++) {
            check(comparisons.get(i), required, "/selfComparisons/" + i);
        }
        return environment;
    }

    private static void check(SelfComparison comparison, Required required, String at) {
        required.present(comparison, at);
        required.id(comparison.size(), at + "/size");
        required.that(comparison.forks() >= 1, "number is out of range", at + "/forks", comparison.forks());
        required.that(comparison.forkMs() > 0, "number is out of range", at + "/forkMs", comparison.forkMs());
        required.that(comparison.ratio() > 0, "number is out of range", at + "/ratio", comparison.ratio());
        required.that(comparison.deviation() >= 0, "number is out of range", at + "/deviation", comparison.deviation());
    }
}
