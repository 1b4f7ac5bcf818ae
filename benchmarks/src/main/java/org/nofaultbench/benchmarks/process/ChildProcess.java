// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.process;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.nofaultbench.nativelib.StrategyLibrary;

/** A program of the suite that is read until it ends, and killed when its time is up. */
public final class ChildProcess implements AutoCloseable {

    private static final int KILLED_BY_SIGNAL = 128;
    private static final int MAX_ERROR_CHARS = 1000;
    private static final int MAX_LINE_BYTES = 8192;
    private static final long POLL_MS = 5;

    private final Process process;
    private final String name;
    private final Path errors;
    private final CompletableFuture<Void> watchdog = new CompletableFuture<>();

    private ChildProcess(Process process, String name, Path errors, Duration limit) {
        this.process = process;
        this.name = name;
        this.errors = errors;
        // By its handle, which leaves the streams open to whoever reads them.
        watchdog.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> process.toHandle().destroyForcibly());
    }

    /**
     * Starts a program; it reads nothing.
     *
     * @param command the program and its arguments
     * @param limit after which it is killed
     */
    public static ChildProcess start(List<String> command, Duration limit) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(1, StrategyLibrary.programOptions());
        return startOther(whole, limit);
    }

    /** The same of a program that knows no strategy libraries. */
    public static ChildProcess startOther(List<String> command, Duration limit) throws IOException {
        Path program = Path.of(command.get(0));
        if (!Files.isExecutable(program)) {
            throw new IOException("the program that experiments is missing: file=" + program
                    + "; build the suite again on this machine");
        }
        // A file and not a pipe: nobody reads it while the process runs, and it must not stand still for that.
        Path errors = Files.createTempFile("nofault-program", ".err");
        errors.toFile().deleteOnExit();
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            return new ChildProcess(process, program.getFileName().toString(), errors, limit);
        } catch (IOException e) {
            Files.delete(errors);
            throw new IOException(
                    "a program does not start: file=" + program + "; build the suite again on this machine", e);
        }
    }

    /** Its standard output. Reading blocks and polls nothing, since the program may measure meanwhile. */
    public BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * The next line, or its first 8 KiB; empty when the process has ended. Its output may stay open for longer: a child of its
     * that got lost holds it, and a read that waits for the end would wait for that child. A last line without its end is none.
     */
    public Optional<String> nextLine() throws IOException {
        InputStream output = process.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (hasMore(output)) {
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

    private boolean hasMore(InputStream output) throws IOException {
        while (output.available() == 0) {
            // It may have written between the two questions.
            if (!process.isAlive()) {
                return output.available() > 0;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        return true;
    }

    private InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while " + name + " ran");
    }

    /** Waits for the end; 128 and the signal's number where it died of one. */
    public int status() throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Whether its time was up before it ended. */
    public boolean isOverdue() {
        return watchdog.isDone();
    }

    /** How it ended, such as {@code signal=9}. */
    public String end() throws IOException {
        int status = status();
        return status > KILLED_BY_SIGNAL ? "signal=" + (status - KILLED_BY_SIGNAL) : "status=" + status;
    }

    /** The first line of its standard error, without control characters; empty where it wrote none. */
    public Optional<String> firstErrorLine() throws IOException {
        try (InputStream in = Files.newInputStream(errors)) {
            String start = new String(in.readNBytes(MAX_ERROR_CHARS), StandardCharsets.UTF_8);
            return start.lines().findFirst().map(ChildProcess::printable).filter(line -> !line.isBlank());
        }
    }

    /** What another process wrote, without what a terminal would obey. */
    public static String printable(String line) {
        return line.substring(0, Math.min(line.length(), MAX_ERROR_CHARS)).replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void close() {
        watchdog.cancel(false);
        process.destroyForcibly();
        errors.toFile().delete();
    }
}
