// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/**
 * The C program {@code nofault-pair}: a fork of a pair in a quarter of a second, with no JVM in the process that is measured.
 * Checksums are compared with arithmetic.
 */
public final class PairProgram implements PairRunner {

    /** Of a fork; forks differ by their layout, so that many short ones say more than few long ones. */
    public static final Duration USUAL_TIME = Duration.ofMillis(150);

    /** For whatever precedes the measuring: a client of 4K draws in 20 ms on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int UNUSABLE = 2;

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
        try (ChildProcess process = ChildProcess.start(command(spec, seed), time.plus(PATIENCE))) {
            Optional<PairFork> fork = PairOutput.parse(process.output(), spec);
            if (process.status() != 0 || fork.isEmpty()) {
                throw failure(process, spec);
            }
            return fork.get();
        }
    }

    private List<String> command(PairSpec spec, long seed) {
        PairMeasurement measurement = spec.measurement();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--a",
                spec.candidate(),
                "--b",
                spec.baseline(),
                "--measure",
                measurement.kind().id(),
                "--pool-bytes",
                Long.toString(measurement.poolBytes()),
                "--seed",
                Long.toUnsignedString(seed),
                "--slowdown-ppm",
                Long.toString(spec.slowdown().ppm())));
        if (measurement.kind() == PairMeasurement.Kind.READ) {
            command.addAll(List.of("--read-loop", measurement.kernel().id()));
        }
        if (measurement.kind().isSteady()) {
            command.addAll(List.of("--region", region(measurement.region())));
        }
        // What is not steady takes as long as the fewest cycles do.
        command.addAll(List.of("--measure-ms", Long.toString(measurement.kind().isSteady() ? time.toMillis() : 0)));
        return command;
    }

    /** {@code struct nfb_region}, field by field. */
    private static String region(Region region) {
        return region.offsetBytes() + "," + region.rowBytes() + "," + region.rows() + "," + region.strideBytes() + ","
                + (region.rectangles() - 1) + "," + region.rectangleStrideBytes();
    }

    private static IOException failure(ChildProcess process, PairSpec spec) throws IOException {
        Optional<String> said = process.firstErrorLine();
        if (process.status() == UNUSABLE && said.isPresent()) {
            throw new UserError(said.get());
        }
        return new IOException("a fork failed: candidate=" + spec.candidate() + ", baseline=" + spec.baseline() + ", "
                + process.end() + said.map(line -> ", said=" + line).orElse("") + "; run `pair` again");
    }
}
