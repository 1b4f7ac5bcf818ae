// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.List;
import java.util.TreeMap;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset.ForkLength;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Json;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Version;

/**
 * {@code jmh.json}, made from the journal in the format of JMH's {@code -rf json}, so that any JMH viewer opens a run; what another
 * program measured is not in it.
 * Its score and its 99.9% interval are JMH's, pooled over iterations; the reports use the journal instead.
 */
record JmhExport(ForkLength length, Environment.Jvm jvm, String timeUnit) {

    private static final double CONFIDENCE = 0.999;
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    byte[] export(Plan plan, List<ForkRecord> journal) throws JsonProcessingException {
        ArrayNode benchmarks = Json.array();
        List<ForkRecord> counting = ForkSelection.counting(journal);
        for (Cell cell : plan.runnable()) {
            List<ForkRecord> forks = counting.stream()
                    .filter(fork -> fork.cell().equals(cell.id()) && !fork.failed() && fork.measuredByJmh())
                    .toList();
            if (!forks.isEmpty()) {
                benchmarks.add(benchmark(cell, forks));
            }
        }
        return Json.page(benchmarks);
    }

    private ObjectNode benchmark(Cell cell, List<ForkRecord> forks) {
        ObjectNode node = head(cell, forks.size());
        ObjectNode parameters = node.putObject("params");
        cell.jmhParameters().forEach(parameters::put);
        cell.build().ifPresent(build -> parameters.put("build", build.id()));
        node.set("primaryMetric", metric(forks, CellEntry.PRIMARY, timeUnit));
        ObjectNode secondary = node.putObject("secondaryMetrics");
        for (String name : new TreeMap<>(forks.get(0).samples()).keySet()) {
            if (!name.equals(CellEntry.PRIMARY)) {
                secondary.set(name, metric(forks, name, name.endsWith("Ns") ? timeUnit : "#/op"));
            }
        }
        return node;
    }

    private ObjectNode head(Cell cell, int forks) {
        String iterationTime = length.iterationTime().toMillis() + " ms";
        ObjectNode node = Json.object()
                .put("jmhVersion", Version.getPlainVersion())
                .put("benchmark", cell.workload().jmhName())
                .put("mode", "avgt")
                .put("threads", 1)
                .put("forks", forks)
                .put("jvm", jvm.vm())
                .put("jdkVersion", jvm.version())
                .put("vmName", jvm.vm())
                .put("vmVersion", jvm.version())
                .put("warmupIterations", length.warmupIterations(cell))
                .put("warmupTime", iterationTime)
                .put("warmupBatchSize", 1)
                .put("measurementIterations", length.iterations(cell))
                .put("measurementTime", iterationTime)
                .put("measurementBatchSize", 1);
        ArrayNode arguments = node.putArray("jvmArgs");
        ForkJvm.forLoop(jvm.forkArguments(), cell.inJava()).forEach(arguments::add);
        return node;
    }

    private static ObjectNode metric(List<ForkRecord> forks, String name, String unit) {
        ObjectNode node = Json.object();
        ListStatistics pooled = new ListStatistics();
        ArrayNode raw = Json.array();
        for (ForkRecord fork : forks) {
            ArrayNode iterations = raw.addArray();
            for (double value : fork.samples().getOrDefault(name, List.of())) {
                pooled.addValue(value);
                iterations.add(value);
            }
        }
        node.put("score", pooled.getMean());
        node.set("scoreError", number(pooled.getMeanErrorAt(CONFIDENCE)));
        ArrayNode bounds = node.putArray("scoreConfidence");
        for (double bound : pooled.getConfidenceIntervalAt(CONFIDENCE)) {
            bounds.add(number(bound));
        }
        ObjectNode percentiles = node.putObject("scorePercentiles");
        for (double percentile : PERCENTILES) {
            percentiles.put(Double.toString(percentile), pooled.getPercentile(percentile));
        }
        node.put("scoreUnit", unit);
        node.set("rawData", raw);
        return node;
    }

    /** As JMH writes what no number can say: a string, because JSON has no NaN. */
    private static ValueNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(Double.toString(value));
    }
}
