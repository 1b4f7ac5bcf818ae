// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.model.Plural;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Merges the files of months that are over. */
@Command(
        name = "compact",
        description = "Merges the run files of closed months; runs may be added and read meanwhile.",
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--before",
            paramLabel = "MONTH",
            description = "First month that is not merged, such as 2026-12. Default: the present one.")
    private YearMonth before;

    @Option(names = "--skip-damaged", description = "Leave damaged files where they are, and name them.")
    private boolean skipDamaged;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoreFolder store = engine.store().existing();
        YearMonth open = before == null ? YearMonth.now(ZoneOffset.UTC) : before;
        Optional<Set<String>> leftOut = StoreReader.collecting(skipDamaged);
        PrintWriter out = spec.commandLine().getOut();
        try (DuckDb duckDb = engine.open()) {
            int merged = new Compaction(store, duckDb, new StoreReader(store, duckDb, leftOut))
                    .compact(open.format(DateTimeFormatter.ofPattern("'m'uuuuMM", Locale.ROOT)), step -> {});
            leftOut.ifPresent(files -> files.forEach(file -> out.println("Damaged, left out: " + file)));
            out.println("Merged: " + Plural.of(merged, "run file", "run files"));
        }
        return 0;
    }
}
