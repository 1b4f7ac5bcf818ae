// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/**
 * The C program {@code nofault-pair}: a fork of a pair in a quarter of a second, with no JVM in the process that is measured.
 * Any region and read kernel; both checksums are held against arithmetic, and the healthy path is all that it measures.
 */
public final class PairProgram implements Forks {

    /** Of a fork; forks differ by their layout, so that many short ones say more than few long ones. */
    public static final Duration USUAL_TIME = Duration.ofMillis(150);

    /** For whatever precedes the measuring: a client of 4K draws in 20 ms on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int UNUSABLE = 2;
    private static final int KILLED_BY_SIGNAL = 128;
    private static final int MOST_SHOWN = 300;

    private final Path program;
    private final Duration time;

    public PairProgram(NofaultLibrary library) {
        this(library.pairProgram(), USUAL_TIME);
    }

    /** @param time of a fork, its start not included */
    public PairProgram(NofaultLibrary library, Duration time) {
        this(library.pairProgram(), time);
    }

    PairProgram(Path program, Duration time) {
        this.program = program;
        this.time = time;
    }

    @Override
    public PairFork measure(PairSpec spec, long seed) throws IOException {
        Process process = start(spec, seed);
        CompletableFuture<Void> watch = new CompletableFuture<>();
        watch.completeOnTimeout(null, time.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(process::destroyForcibly);
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            Optional<PairFork> fork = PairOutput.read(out, spec.planted());
            int status = end(process);
            if (status != 0 || fork.isEmpty()) {
                throw failure(process, spec, status);
            }
            return fork.get();
        } finally {
            watch.cancel(false);
            process.destroyForcibly();
        }
    }

    private Process start(PairSpec spec, long seed) throws IOException {
        if (!Files.isExecutable(program)) {
            throw new IOException("the program that measures is missing: file=" + program
                    + "; build the suite again on this machine");
        }
        Process process = new ProcessBuilder(command(spec, seed)).start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> command(PairSpec spec, long seed) {
        return List.of(
                program.toString(),
                "--a", spec.candidate(),
                "--b", spec.baseline(),
                "--read-loop", spec.kernel().id(),
                "--region", region(spec.region()),
                "--pool-bytes", Long.toString(spec.poolBytes()),
                "--seed", Long.toUnsignedString(seed),
                "--measure-ms", Long.toString(time.toMillis()),
                "--slowdown-ppm", Long.toString(spec.planted().ppm()));
    }

    /** {@code struct nfb_region}, field by field. */
    private static String region(Region region) {
        return region.offsetBytes() + "," + region.rowBytes() + "," + region.rows() + "," + region.strideBytes() + ","
                + (region.rectangles() - 1) + "," + region.rectangleStrideBytes();
    }

    private static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while nofault-pair measured", e);
        }
    }

    private IOException failure(Process process, PairSpec spec, int status) throws IOException {
        Optional<String> said = firstErrorLine(process);
        if (status == UNUSABLE && said.isPresent()) {
            throw new UserError(said.get());
        }
        String end = status > KILLED_BY_SIGNAL ? "signal=" + (status - KILLED_BY_SIGNAL) : "status=" + status;
        return new IOException("a fork failed: candidate=" + spec.candidate() + ", baseline=" + spec.baseline() + ", " + end
                + said.map(line -> ", said=" + line).orElse("") + "; run `pair` again");
    }

    private static Optional<String> firstErrorLine(Process process) throws IOException {
        try (InputStream errors = process.getErrorStream()) {
            String start = new String(errors.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8);
            return start.lines().findFirst().map(PairProgram::printable).filter(line -> !line.isBlank());
        }
    }

    /** What another process wrote, without what a terminal would obey. */
    static String printable(String line) {
        return line.substring(0, Math.min(line.length(), MOST_SHOWN)).replaceAll("\\p{Cntrl}", "?");
    }
}
