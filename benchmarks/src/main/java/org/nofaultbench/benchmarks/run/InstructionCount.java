// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.KernelPage;

/**
 * A line of what {@code nofault-count} printed; of a loss, what each page of it costs.
 *
 * @param id strategy
 * @param event what was counted, such as {@code warm}
 * @param bytes of the pool; 0 where nothing was counted
 * @param instructions samples; empty where nothing was counted
 * @param skipReason why nothing was; null where something was
 */
record InstructionCount(String id, String event, long bytes, List<Double> instructions, String skipReason) {

    static final String LOST_PAGE = "lostPage";

    private static final int NO_SUCH_CLOCK = 77;
    private static final Duration TIME_LIMIT = Duration.ofMinutes(60);
    private static final String ENDS_THE_ACCESS =
            "it ends the access at the first lost page, and so reads less than without a loss";

    static InstructionCount parse(String line) throws IOException {
        String[] words = line.split("\t");
        if (words.length == 4 && words[0].equals("skip")) {
            return skipped(words[1], words[2], words[3]);
        }
        if (words.length < 5 || !words[0].equals("count")) {
            throw new IOException("nofault-count is broken, its output cannot be understood: line="
                    + ChildProcess.printable(line) + "; please report it");
        }
        List<Double> samples =
                Arrays.stream(words, 4, words.length).map(Double::valueOf).toList();
        return new InstructionCount(words[1], words[2], Long.parseLong(words[3]), samples, null);
    }

    static InstructionCount skipped(String id, String event, String reason) {
        return new InstructionCount(id, event, 0, List.of(), reason);
    }

    boolean skipped() {
        return skipReason != null;
    }

    double least() {
        return instructions.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Of each lost page, what is above {@code warm}, the same access when nothing is lost. A strategy that ends an access
     * early has no such figure: the pages that it does not read would count as a gain.
     *
     * @param pageBytes size of the kernel's pages
     */
    InstructionCount perLostPage(InstructionCount warm, long pageBytes) {
        long pages = (bytes + pageBytes - 1) / pageBytes;
        List<Double> perPage = instructions.stream()
                .map(total -> (total - warm.least()) / pages)
                .toList();
        boolean whole = perPage.stream().allMatch(count -> count > 0);
        return whole
                ? new InstructionCount(id, LOST_PAGE, bytes, perPage, null)
                : skipped(id, LOST_PAGE, ENDS_THE_ACCESS);
    }

    static List<InstructionCount> measure(Path program) throws IOException {
        try (ChildProcess process = ChildProcess.start(List.of(program.toString()), TIME_LIMIT)) {
            List<String> lines = process.output().lines().toList();
            int status = process.status();
            if (status == NO_SUCH_CLOCK) {
                throw new UserError(process.firstErrorLine().orElse("this machine counts no instructions"));
            }
            // A strategy that failed has a line that says so.
            if (status > 1) {
                throw new IOException("nofault-count failed: " + process.end() + ", said="
                        + process.firstErrorLine().orElse("nothing"));
            }
            return parse(lines, KernelPage.BYTES);
        }
    }

    static List<InstructionCount> parse(List<String> lines, long pageBytes) throws IOException {
        List<InstructionCount> all = new ArrayList<>();
        for (String line : lines) {
            InstructionCount count = parse(line);
            all.add(count.event().equals("lost") ? perPage(count, all, pageBytes) : count);
        }
        return all;
    }

    /** A row of each event for strategies in Java, of which nothing was counted. */
    static List<InstructionCount> inJava(List<String> strategies, List<InstructionCount> counted) {
        List<String> events =
                counted.stream().map(InstructionCount::event).distinct().toList();
        return strategies.stream()
                .flatMap(id ->
                        events.stream().map(event -> skipped(id, event, "a JVM would count its own compiler with it")))
                .toList();
    }

    private static InstructionCount perPage(InstructionCount lost, List<InstructionCount> before, long pageBytes) {
        if (lost.skipped()) {
            return skipped(lost.id(), LOST_PAGE, lost.skipReason());
        }
        return before.stream()
                .filter(count -> count.id().equals(lost.id()) && count.event().equals("warm") && !count.skipped())
                .findFirst()
                .map(warm -> lost.perLostPage(warm, pageBytes))
                .orElseGet(() -> skipped(lost.id(), LOST_PAGE, "the same access without a loss failed"));
    }
}
