// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What {@code pair} may be asked, and whether it can be answered. */
final class PairOptions {

    private static final String READ = "read";
    private static final String GUARD = "guard";
    private static final String DAMAGE = "damage";
    private static final String ALL_SIZES = "all";
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_TRIALS = 10_000;
    private static final double MOST_MARGIN_PERCENT = 50;
    private static final double MOST_PLANTED_PERCENT = 100;

    @CommandLine.Parameters(index = "0", paramLabel = "A", description = "a strategy, as `list` shows them")
    String candidate;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "B",
            description = "what it is compared with; the same for an A/A test")
    String baseline;

    @Option(
            names = "--size",
            split = ",",
            paramLabel = "SIZE",
            description = "16KiB, 256KiB, 1080p, 4K, several with commas, or all; default: 1080p")
    private List<String> sizes = new ArrayList<>(List.of("1080p"));

    @Option(
            names = "--workload",
            paramLabel = "ID",
            description =
                    "read (whole buffers), guard (begin and end alone), damage, copy, copy-stream, memcpy, blend or"
                            + " pixman; default: ${DEFAULT-VALUE}")
    private String workload = READ;

    @Option(
            names = "--damage",
            paramLabel = "SHARE",
            description = "of the buffer, for damage; default: ${DEFAULT-VALUE}")
    private String damage = "5%";

    @Option(names = "--shape", paramLabel = "SHAPE", description = "one, many or column; default: ${DEFAULT-VALUE}")
    private String shape = "one";

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "differences up to this count as none; default: 1%%, or half of what is planted")
    private String margin;

    @Option(names = "--seconds", paramLabel = "N", description = "at most, for each size; default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the data and of all that is left to chance; default: random")
    Long seed;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "do it N times over and count the verdicts: how often is this command right?")
    int trials = 1;

    @Option(names = "--json", description = "print one JSON document instead (results/schema/pair.schema.json)")
    boolean json;

    @Option(
            names = "--plant",
            paramLabel = "PERCENT",
            hidden = true,
            description = "for tests of this command: makes A slower than it is; every line says so")
    private String plant;

    /** As a heading, such as {@code damage 5% one}. */
    String workloadTitle() {
        return workload.equals(DAMAGE) ? workload + " " + damage + " " + shape : workload;
    }

    Percent slowdown() {
        return plant == null ? PairSpec.NO_SLOWDOWN : percent("plant", plant, MOST_PLANTED_PERCENT);
    }

    boolean isSlowedDown() {
        return plant != null;
    }

    /** A difference is only looked for if it is larger than what counts as none. */
    Margin margin() {
        if (margin != null) {
            return new Margin(percent("margin", margin, MOST_MARGIN_PERCENT));
        }
        double half = slowdown().value() / 2;
        boolean isFine = half > 0 && half < Margin.DEFAULT.width().value();
        return isFine ? new Margin(new Percent(half)) : Margin.DEFAULT;
    }

    /** Of all sizes together. */
    Duration limit() {
        return Duration.ofSeconds((long) inRange("seconds", seconds, MOST_SECONDS) * specs().size());
    }

    int trials() {
        return inRange("trials", trials, MOST_TRIALS);
    }

    Map<String, PairSpec> specs() {
        Nearest.check("workload", workload, workloads());
        Map<String, PairSpec> specs = new LinkedHashMap<>();
        for (BufferSize size : sizes()) {
            specs.put(
                    workloadTitle() + (workload.equals(GUARD) ? "" : " " + size.id()),
                    new PairSpec(candidate, baseline, measurement(Parameters.of(size)), slowdown()));
        }
        return specs;
    }

    private static List<String> workloads() {
        Stream<String> loops = Arrays.stream(ReadLoop.values())
                .filter(loop -> loop != ReadLoop.SUM && loop != ReadLoop.FILL)
                .map(ReadLoop::id);
        return Stream.concat(Stream.of(READ, GUARD, DAMAGE), loops).toList();
    }

    private PairMeasurement measurement(Parameters size) {
        try {
            Optional<PairMeasurement> measurement = switch (workload) {
                case READ -> Workload.READ_WARM.pairMeasurement(size);
                case GUARD -> Workload.BEGIN_END.pairMeasurement(size);
                case DAMAGE ->
                    Workload.DAMAGE.pairMeasurement(size.with("damage", damage).with("shape", shape));
                default -> Workload.STAGED.pairMeasurement(size.with("kernel", workload));
            };
            return measurement.orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private List<BufferSize> sizes() {
        if (sizes.contains(ALL_SIZES)) {
            return List.of(BufferSize.values());
        }
        sizes.forEach(size -> Nearest.check("size", size, BufferSize.ids()));
        return sizes.stream().map(BufferSize::ofId).toList();
    }

    private static Percent percent(String name, String text, double most) {
        Optional<Percent> percent = Percent.parse(text).filter(value -> value.value() > 0 && value.value() <= most);
        return percent.orElseThrow(() -> new UserError("not a share that can be used: " + name + "=" + text
                + "; use one above 0% and up to " + new Percent(most) + ", such as 0.5%"));
    }

    private static int inRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new UserError("out of range: " + name + "=" + value + "; use 1 to " + most);
        }
        return value;
    }
}
