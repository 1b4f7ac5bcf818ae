// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.plan.Build;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.ForkLength;
import org.openjdk.jmh.runner.RunnerException;

/** Forks of JMH's from the build that a cell names, or from this one. */
final class ForksOfBuilds implements Forks, AutoCloseable {

    private final Map<Build, Forks> forks = new EnumMap<>(Build.class);
    private final List<ForkArchive> archives = new ArrayList<>();

    private ForksOfBuilds() {}

    static ForksOfBuilds of(
            BuildUnderTest own, Optional<BuildUnderTest> base, ForkLength length, long seed, PrintStream log) throws IOException {
        ForksOfBuilds all = new ForksOfBuilds();
        all.add(Build.NEW, own, length, seed, log);
        if (base.isPresent()) {
            all.add(Build.BASE, base.get(), length, seed, log);
        }
        return all;
    }

    private void add(Build id, BuildUnderTest build, ForkLength length, long seed, PrintStream log) throws IOException {
        ForkArchive archive = ForkArchive.make(build, length, log);
        archives.add(archive);
        forks.put(id, new JmhFork(build, length, seed, log, archive.jvmArguments()));
    }

    @Override
    public Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException {
        return forks.get(cell.build().orElse(Build.NEW)).run(cell, latencies);
    }

    @Override
    public void close() throws IOException {
        for (ForkArchive archive : archives) {
            archive.close();
        }
    }
}
