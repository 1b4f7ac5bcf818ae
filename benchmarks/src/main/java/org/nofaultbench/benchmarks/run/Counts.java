// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.nativelib.KernelPage;

/** What {@code nofault-count} printed, in its order; of a loss, what each page of it costs. */
record Counts(List<Count> all) {

    private static final int NO_SUCH_CLOCK = 77;
    private static final long MOST_MINUTES = 60;

    /** Runs the program. */
    static Counts by(Path program) throws IOException {
        Path output = Files.createTempFile("nofault-count", ".out");
        Path errors = Files.createTempFile("nofault-count", ".err");
        try {
            Process process = new ProcessBuilder(program.toString())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            check(end(process), Files.readString(errors, StandardCharsets.UTF_8).strip());
            return of(Files.readAllLines(output), KernelPage.BYTES);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static int end(Process process) throws IOException {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("nofault-count hung: limitMinutes=" + MOST_MINUTES);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted while nofault-count ran", e);
        }
    }

    private static void check(int status, String said) throws IOException {
        if (status == NO_SUCH_CLOCK) {
            throw new UserError(said);
        }
        // A strategy that failed has a line that says so.
        if (status > 1) {
            throw new IOException("nofault-count failed: status=" + status + ", said=" + said);
        }
    }

    static Counts of(List<String> lines, long pageBytes) throws IOException {
        List<Count> all = new ArrayList<>();
        for (String line : lines) {
            Count count = Count.of(line);
            all.add(count.what().equals("lost") ? perPage(count, all, pageBytes) : count);
        }
        return new Counts(List.copyOf(all));
    }

    /** The same with a row for strategies in Java, of which nothing was counted. */
    Counts and(List<String> inJava) {
        List<Count> more = new ArrayList<>(all);
        List<String> cases = all.stream().map(Count::what).distinct().toList();
        inJava.forEach(id -> cases.forEach(what ->
                more.add(new Count(id, what, 0, List.of(), "a JVM would count its own compiler with it"))));
        return new Counts(List.copyOf(more));
    }

    private static Count perPage(Count lost, List<Count> before, long pageBytes) {
        if (lost.skipped()) {
            return new Count(lost.id(), "lostPage", 0, List.of(), lost.skipReason());
        }
        return before.stream()
                .filter(count -> count.id().equals(lost.id()) && count.what().equals("warm") && !count.skipped())
                .findFirst()
                .map(warm -> lost.perLostPage(warm, pageBytes))
                .orElseGet(() -> new Count(lost.id(), "lostPage", 0, List.of(), "the same access without a loss failed"));
    }
}
