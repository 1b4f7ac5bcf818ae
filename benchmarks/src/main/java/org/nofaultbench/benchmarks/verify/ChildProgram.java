// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process whose output is read line by line until it ends. Its output may stay open for longer: a child of its that got lost
 * holds it, and a read that waits for the end would wait for that child.
 */
final class ChildProgram implements AutoCloseable {

    private static final int MAX_ERROR_BYTES = 1000;
    private static final int MAX_LINE_BYTES = 8192;
    private static final long POLL_MS = 5;

    private final Process process;
    private final InputStream output;
    private final Path errors;

    private ChildProgram(Process process, Path errors) {
        this.process = process;
        this.output = process.getInputStream();
        this.errors = errors;
    }

    static ChildProgram start(List<String> command) throws IOException {
        // A file and not a pipe: nobody reads it while the process runs, and it must not stand still for that.
        Path errors = Files.createTempFile("nofault-verify", ".err");
        errors.toFile().deleteOnExit();
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            return new ChildProgram(process, errors);
        } catch (IOException e) {
            throw new IOException(
                    "the program that experiments does not start: file=" + command.get(0) + "; build the suite"
                            + " again on this machine",
                    e);
        }
    }

    /** The next line, or its first 8 KiB; empty when the process has ended. A last line without its end is none. */
    Optional<String> nextLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (hasMore()) {
            int next = output.read();
            if (next == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() < MAX_LINE_BYTES) {
                line.write(next);
            }
        }
        return Optional.empty();
    }

    private boolean hasMore() throws IOException {
        while (output.available() == 0) {
            // It may have written between the two questions.
            if (!process.isAlive()) {
                return output.available() > 0;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while nofault-verify ran");
            }
        }
        return true;
    }

    /** What it printed on its standard error first, without control characters. */
    Optional<String> firstErrorLine() throws IOException {
        try (InputStream in = Files.newInputStream(errors)) {
            String start = new String(in.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
            return start.lines()
                    .findFirst()
                    .map(line -> KtapLine.parse(line).text())
                    .filter(line -> !line.isBlank());
        }
    }

    /** The exit status of a process that has no more lines; 128 and the signal's number where it died of one. */
    int status() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        errors.toFile().delete();
    }
}
