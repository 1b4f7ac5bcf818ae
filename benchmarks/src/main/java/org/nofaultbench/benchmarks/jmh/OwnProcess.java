// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel counts of this process (proc(5)); zeros where it cannot be read. */
final class OwnProcess {

    private static final Path SELF = Path.of("/proc/self");
    private static final int MAJOR_FAULTS_FIELD = 12;

    /** Since the process began. */
    record Counters(long involuntarySwitches, long majorFaults) {}

    private OwnProcess() {}

    static Counters counters() {
        return new Counters(involuntarySwitches(), majorFaults());
    }

    /** The process's own line counts its first thread only, so the threads are added up. */
    private static long involuntarySwitches() {
        try (Stream<Path> threads = Files.list(SELF.resolve("task"))) {
            return threads.mapToLong(thread -> switchesIn(lines(thread.resolve("status")))).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long switchesIn(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("nonvoluntary_ctxt_switches:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .sum();
    }

    /** Fields are counted behind the command's name, which may hold spaces. */
    private static long majorFaults() {
        List<String> stat = lines(SELF.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String behindName = stat.get(0).substring(stat.get(0).lastIndexOf(')') + 2);
        return Long.parseLong(behindName.split(" ")[MAJOR_FAULTS_FIELD - 3]);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // the thread has ended
        }
    }
}
