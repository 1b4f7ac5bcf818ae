// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.SuiteVersion;
import org.nofaultbench.benchmarks.pair.PairPage;
import org.nofaultbench.benchmarks.pair.PairTrial;
import org.nofaultbench.nativelib.NofaultLibrary;

/** The JSON document of {@code pair --json}, with what it takes to repeat it. */
final class PairDocument {

    private static final ObjectWriter JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writer();

    private final NofaultLibrary library;
    private final PairOptions options;
    private final List<String> arguments;
    private final long seed;
    private final Instant started = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final KernelFiles machine = KernelFiles.ofThisMachine();

    PairDocument(NofaultLibrary library, PairOptions options, List<String> arguments, long seed) {
        this.library = library;
        this.options = options;
        this.arguments = arguments;
        this.seed = seed;
    }

    String of(List<PairTrial> trials) throws JsonProcessingException {
        return JSON.writeValueAsString(new PairPage(
                PairPage.SCHEMA_VERSION,
                SuiteVersion.of(library),
                machine.value("proc/cpuinfo", "model name").orElse(null),
                machine.text("proc/sys/kernel/osrelease").orElse(null),
                started.toString(),
                "java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments),
                Long.toString(seed),
                options.candidate,
                options.baseline,
                options.workload().title(),
                options.planted().isNothing() ? null : options.planted().slowdown().toString(),
                options.margin().width().value(),
                options.limit().toSeconds(),
                PairPage.pages(trials)));
    }
}
