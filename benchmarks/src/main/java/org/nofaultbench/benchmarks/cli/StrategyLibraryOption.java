// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyLibrary;
import picocli.CommandLine.Option;

final class StrategyLibraryOption {

    @Option(
            names = "--strategy-library",
            paramLabel = "FILE",
            description =
                    "adds the strategies of this shared library (nofault_strategy.h), which runs in the processes that"
                            + " measure; repeatable")
    private List<Path> files = new ArrayList<>();

    /** The native library with these strategies behind its own; forks and programs load the same. */
    NofaultLibrary load() {
        files.forEach(StrategyLibrary::name);
        return NofaultLibrary.load();
    }

    /** As it was given, each with a space before it. */
    String arguments() {
        return files.stream()
                .map(file -> " --strategy-library " + RunCommand.quoted(file.toString()))
                .collect(Collectors.joining());
    }
}
