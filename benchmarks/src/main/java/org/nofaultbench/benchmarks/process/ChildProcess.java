// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

/**
 * A program of the suite that is read until it ends, and killed when its time is up. Reading blocks and polls nothing, since the
 * program measures meanwhile.
 */
public final class ChildProcess implements AutoCloseable {

    private static final int KILLED_BY_SIGNAL = 128;
    private static final int MAX_ERROR_CHARS = 300;

    private final Process process;
    private final String name;
    private final BufferedReader output;
    private final CompletableFuture<Void> watchdog = new CompletableFuture<>();

    private ChildProcess(Process process, String name, Duration limit) {
        this.process = process;
        this.name = name;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        watchdog.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(process::destroyForcibly);
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
            throw new IOException("the program that measures is missing: file=" + program
                    + "; build the suite again on this machine");
        }
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        return new ChildProcess(process, program.getFileName().toString(), limit);
    }

    /** Its standard output. */
    public BufferedReader output() {
        return output;
    }

    /** Waits for the end; 128 and the signal's number where it died of one. */
    public int status() throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + name + " measured", e);
        }
    }

    /** How it ended, such as {@code signal=9}. */
    public String end() throws IOException {
        int status = status();
        return status > KILLED_BY_SIGNAL ? "signal=" + (status - KILLED_BY_SIGNAL) : "status=" + status;
    }

    /** The first line of its standard error, without control characters; empty where it wrote none. */
    public Optional<String> firstErrorLine() throws IOException {
        try (InputStream errors = process.getErrorStream()) {
            String start = new String(errors.readNBytes(MAX_ERROR_CHARS), StandardCharsets.UTF_8);
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
    }
}
