// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;

class JmhExportTest {

    private static final Plan PLAN = Plan.ofPreset(Preset.STANDARD, List.of(), id -> id.contains("empty"));
    private static final String CELL = "CallOverhead.emptyDirect";

    private static ForkRecord fork(int round, String error, double... primary) {
        List<Double> values = java.util.Arrays.stream(primary).boxed().toList();
        Map<String, List<Double>> samples = error == null ? Map.of("primary", values, "accessNs", values) : Map.of();
        return ForkRecordBuilder.builder()
                .position(1)
                .round(round)
                .cell(CELL)
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(500)
                .error(error)
                .samples(samples)
                .build();
    }

    private static JsonNode export(ForkRecord... journal) throws IOException {
        Environment.Jvm jvm = new Environment.Jvm("17.0.1", "vendor", "VM", List.of("-Xmx256m"));
        return new ObjectMapper()
                .readTree(new JmhExport(Preset.QUICK.forkLength(), jvm, "ns/op").export(PLAN, List.of(journal)));
    }

    @Test
    void keepsEveryIterationOfEveryForkAsRawData() throws IOException {
        JsonNode raw = export(fork(1, null, 1, 2), fork(2, null, 3, 4)).at("/0/primaryMetric/rawData");

        assertThat(raw).hasToString("[[1.0,2.0],[3.0,4.0]]");
    }

    @Test
    void hasTheFieldsThatJmhViewersRead() throws IOException {
        JsonNode benchmark = export(fork(1, null, 1, 2), fork(2, null, 3, 4)).get(0);

        assertThat(benchmark.get("benchmark").asText())
                .isEqualTo("org.nofaultbench.benchmarks.jmh.CallOverhead.emptyDirect");
        assertThat(benchmark.get("jmhVersion").asText()).isEqualTo("1.37");
        assertThat(benchmark.get("mode").asText()).isEqualTo("avgt");
        assertThat(benchmark.get("forks").asInt()).isEqualTo(2);
        assertThat(benchmark.at("/primaryMetric/score").asDouble()).isEqualTo(2.5);
        assertThat(benchmark.at("/primaryMetric/scoreUnit").asText()).isEqualTo("ns/op");
        assertThat(benchmark.at("/primaryMetric/scoreConfidence")).hasSize(2);
        assertThat(benchmark.at("/primaryMetric/scorePercentiles/50.0").asDouble())
                .isEqualTo(2.5);
        assertThat(benchmark.at("/secondaryMetrics/accessNs/scoreUnit").asText())
                .isEqualTo("ns/op");
    }

    @Test
    void leavesOutForksThatFailed() throws IOException {
        JsonNode benchmarks = export(fork(1, "wrong bytes were read", 1), fork(2, null, 3, 4));

        assertThat(benchmarks.at("/0/primaryMetric/rawData")).hasToString("[[3.0,4.0]]");
    }

    @Test
    void writesWhatIsNoNumberAsTextAsJmhDoes() throws IOException {
        assertThat(export(fork(1, null, 5)).at("/0/primaryMetric/scoreError").asText())
                .isEqualTo("NaN");
    }

    @Test
    void leavesOutACellThatHasNoFigure() throws IOException {
        assertThat(export()).isEmpty();
    }
}
