// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.ForkLength;
import org.nofaultbench.benchmarks.plan.Workload;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The classes of a fork, loaded and verified once and then shared (JEP 350): a fork starts in a third less time, and a
 * run of hundreds of them has room for more rounds. Made by one fork that is thrown away. Where none can be made, as
 * from a class path that is no jar, forks start without.
 */
final class ForkArchive implements AutoCloseable {

    private final Path folder;

    private ForkArchive(Path folder) {
        this.folder = folder;
    }

    static ForkArchive make(BuildUnderTest build, ForkLength length, PrintStream log) throws IOException {
        ForkArchive archive = new ForkArchive(Files.createTempDirectory("nofault-archive"));
        List<String> dump = List.of("-XX:ArchiveClassesAtExit=" + archive.file());
        Cell ledger = new Cell(
                Workload.CONTRACT_LOOP, Optional.empty(), Parameters.of(BufferSize.CURSOR), Optional.empty());
        Path latencies = archive.folder.resolve("latency.hlog");
        try {
            new JmhFork(build, length, 0, log, dump).run(ledger, latencies);
        } catch (RunnerException e) {
            log.println("no class archive, forks start slower: reason=" + e.getMessage());
        }
        return archive;
    }

    private Path file() {
        return folder.resolve("forks.jsa");
    }

    /** What a fork is to be given to use it; nothing where there is none. */
    List<String> jvmArguments() {
        return Files.exists(file()) ? List.of("-XX:SharedArchiveFile=" + file(), "-Xshare:auto") : List.of();
    }

    @Override
    public void close() throws IOException {
        for (String name : List.of("forks.jsa", "latency.hlog")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
