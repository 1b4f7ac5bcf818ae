// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process whose output is read line by line while it runs. */
final class ChildProgram implements AutoCloseable {

    private static final int MAX_ERROR_BYTES = 1000;

    private final Process process;
    private final ProcessLines lines;
    private final Path errors;

    private ChildProgram(Process process, Path errors) {
        this.process = process;
        this.lines = new ProcessLines(process);
        this.errors = errors;
    }

    static ChildProgram start(List<String> command) throws IOException {
        // A file and not a pipe: nobody reads it while the process runs, and it must not stand still for that.
        Path errors = Files.createTempFile("nofault-verify", ".err");
        errors.toFile().deleteOnExit();
        try {
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            return new ChildProgram(process, errors);
        } catch (IOException e) {
            throw new IOException("the program that experiments does not start: file=" + command.get(0) + "; build the suite"
                    + " again on this machine", e);
        }
    }

    /** Waits for the next line; empty when there will be none. */
    Optional<String> nextLine() throws IOException {
        return lines.next();
    }

    /** What it printed on its standard error first, without control characters. */
    Optional<String> firstErrorLine() throws IOException {
        try (InputStream in = Files.newInputStream(errors)) {
            String start = new String(in.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
            return start.lines().findFirst().map(line -> KtapLine.of(line).text()).filter(line -> !line.isBlank());
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
