// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;

/**
 * The C program {@code nofault-pair}: a fork of a pair in a quarter of a second, with no JVM in the process that is measured.
 * Checksums are compared with arithmetic.
 *
 * @param time of a fork, its start not included; forks differ by their layout, so that many short ones say more than few long ones
 */
public record PairProgram(Path program, Duration time) implements PairFork.Runner {

    private static final Duration USUAL_TIME = Duration.ofMillis(150);

    /** For whatever precedes the measuring: a client of 4K draws in 20 ms on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int UNUSABLE = 2;

    public PairProgram(NofaultLibrary library) {
        this(library, USUAL_TIME);
    }

    public PairProgram(NofaultLibrary library, Duration time) {
        this(library.program(NativeFiles.Program.PAIR), time);
    }

    @Override
    public PairFork measure(PairSpec spec, long seed) throws IOException {
        try (ChildProcess process = ChildProcess.start(command(spec, seed), time.plus(PATIENCE))) {
            Optional<PairFork> fork = new Output(spec).parse(process.output());
            if (process.status() != 0 || fork.isEmpty()) {
                throw failure(process, spec);
            }
            return fork.get();
        }
    }

    private List<String> command(PairSpec spec, long seed) {
        PairMeasurement measurement = spec.measurement();
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(List.of("--a", spec.candidate()));
        command.addAll(List.of("--b", spec.baseline()));
        command.addAll(List.of("--measure", measurement.kind().id()));
        command.addAll(List.of("--pool-bytes", Long.toString(measurement.poolBytes())));
        command.addAll(List.of("--seed", Long.toUnsignedString(seed)));
        command.addAll(List.of("--slowdown-ppm", Long.toString(spec.slowdownPpm())));
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

    /** What it prints: a head, a line a cycle, totals of each side and an end, without which it has failed. */
    private static final class Output {

        private static final String TIME = " (\\d{1,12}\\.\\d{6})";
        private static final Pattern CYCLE = Pattern.compile("cycle (?:ABBA|BAAB)" + TIME.repeat(4));
        private static final Pattern TOTAL = Pattern.compile("total a((?: [a-z_]{1,30}=\\d{1,18}(?:\\.\\d{1,9})?)+)");
        private static final Pattern VALUE = Pattern.compile("([a-z_]+)=([0-9.]+)");
        private static final Pattern OF_A_SIDE = Pattern.compile("(?:total|histogram) [ab] .*");
        private static final Pattern END = Pattern.compile("end cycles=(\\d{1,9}) involuntary_switches=(\\d{1,9}) .*");
        private static final String INJECTED = "INJECTED ";

        private final PairMeasurement.Kind kind;
        private final String mark;
        private final List<AbbaBlock> blocks = new ArrayList<>();
        private final Map<String, Double> totals = new LinkedHashMap<>();

        private Output(PairSpec spec) {
            this.kind = spec.measurement().kind();
            this.mark = spec.slowdownPpm() == 0 ? "" : INJECTED;
        }

        /** Empty where the output ends before its end. */
        private Optional<PairFork> parse(BufferedReader lines) throws IOException {
            boolean isHead = true;
            String line;
            while ((line = lines.readLine()) != null) {
                String text = unmarked(line);
                Matcher end = END.matcher(text);
                Matcher total = TOTAL.matcher(text);
                if (isHead) {
                    check(line, text.startsWith("nofault-pair 1 "));
                    isHead = false;
                } else if (end.matches()) {
                    int cycles = Integer.parseInt(end.group(1));
                    check(line, cycles == blocks.size() && cycles >= PairFork.FEWEST_CYCLES);
                    return Optional.of(new PairFork(kind, blocks, totals, Long.parseLong(end.group(2))));
                } else if (total.matches()) {
                    Matcher value = VALUE.matcher(total.group(1));
                    while (value.find()) {
                        totals.put(value.group(1), Double.valueOf(value.group(2)));
                    }
                } else if (!OF_A_SIDE.matcher(text).matches()) {
                    blocks.add(block(line, CYCLE.matcher(text)));
                }
            }
            return Optional.empty();
        }

        private AbbaBlock block(String line, Matcher cycle) throws IOException {
            check(line, cycle.matches());
            double[] ns = new double[4];
            for (int i = 0; i < ns.length; i++) {
                ns[i] = Double.parseDouble(cycle.group(i + 1));
                check(line, ns[i] > 0);
            }
            return new AbbaBlock(ns[0], ns[1], ns[2], ns[3]);
        }

        private String unmarked(String line) throws IOException {
            check(line, line.startsWith(mark) && (!mark.isEmpty() || !line.startsWith(INJECTED)));
            return line.substring(mark.length());
        }

        private void check(String line, boolean understood) throws IOException {
            if (!understood) {
                throw new IOException("nofault-pair is broken, its output cannot be understood: cycles=" + blocks.size()
                        + ", line=" + ChildProcess.printable(line) + "; please report it");
            }
        }
    }
}
