// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds runs to a store. */
@Command(
        name = "add",
        description =
                "Adds runs to a store, each once however often it is added; any number of writers may do so at once.",
        mixinStandardHelpOptions = true)
final class AddCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A run folder, a folder of them (all), a JMH JSON file, or a folder of JMH files of one run.")
    private List<Path> paths;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Where the JMH files were measured.")
    private String machine;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "When the JMH files were measured: a day or an instant in UTC.")
    private String date;

    @Option(names = "--commit", paramLabel = "HASH", description = "What the JMH files are measurements of.")
    private String commit;

    @Option(names = "--unfinished", description = "Also add runs that were not finished, such as killed ones.")
    private boolean unfinished;

    @Option(names = "--leave-out-broken", description = "Leave out runs that cannot be read, and name them.")
    private boolean leaveOutBroken;

    @Spec
    private CommandSpec spec;

    private int added;
    private int known;
    private final List<String> leftOut = new ArrayList<>();

    @Override
    public Integer call() {
        paths.forEach(AddCommand::checkExists);
        StoreFolder store = engine.store();
        try (DuckDb duckDb = engine.open()) {
            StoreWriter writer = new StoreWriter(store, duckDb);
            for (Path path : paths) {
                if (RunFolder.isRunOrHolds(path)) {
                    folders(path).forEach(folder -> add(writer, () -> RunImport.ofFolder(folder)));
                } else {
                    add(writer, () -> RunImport.ofJmh(path, origin(path)));
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        leftOut.forEach(line -> out.println("Left out: " + line));
        out.println("Added: " + Plural.of(added, "run", "runs") + ", already there: " + known);
        return 0;
    }

    private static void checkExists(Path path) {
        if (!Files.exists(path)) {
            throw new InputException(
                    "no such file or folder",
                    "name a run folder, a folder of them, or JMH files",
                    Detail.of("path", path));
        }
    }

    private static List<RunFolder> folders(Path path) {
        return RunFolder.isRun(path) ? List.of(new RunFolder(path)) : RunFolder.allIn(path);
    }

    private RunImport.JmhOrigin origin(Path path) {
        if (machine.isBlank() || date == null) {
            throw new InputException(
                    "a JMH file names neither its machine nor its date",
                    "say them with --machine NAME and --date 2026-11-30",
                    Detail.of("path", path));
        }
        return new RunImport.JmhOrigin(machine, RunImport.instant(date), Optional.ofNullable(commit));
    }

    private void add(StoreWriter writer, Supplier<RunImport.Rows> source) {
        try {
            RunImport.Rows rows = source.get();
            if (rows.run().status() == RunStatus.UNFINISHED && !unfinished) {
                leftOut.add("run is not finished: run=" + rows.run().run() + "; add it later, or with --unfinished");
            } else if (writer.add(rows)) {
                added++;
            } else {
                known++;
            }
        } catch (InputException e) {
            if (!leaveOutBroken) {
                throw e;
            }
            leftOut.add(e.getMessage());
        }
    }
}
