// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Repetition;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Result;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Judgement;

/** What {@code pair --json} prints of its trials; {@code results/schema/pair.schema.json} describes it. */
public final class PairDocument {

    public static final int SCHEMA_VERSION = 1;
    private static final double NANOS = 1e9;

    private PairDocument() {}

    public static ArrayNode trials(List<Repetition> repetitions) {
        ArrayNode trials = Json.array();
        for (Repetition repetition : repetitions) {
            ObjectNode rows = trials.addObject()
                    .put("seed", Long.toString(repetition.seed()))
                    .putObject("rows");
            repetition.results().forEach((size, result) -> rows.set(size, row(result)));
        }
        return trials;
    }

    /** Times in ns per access. */
    private static ObjectNode row(Result result) {
        Judgement judgement = result.judgement();
        Optional<Double> smallestEffect = Optional.of(judgement.sight().smallestEffect());
        ObjectNode row = Json.object()
                .put("verdict", judgement.verdict().name())
                .put("lean", judgement.lean().name());
        row.set("ratio", figure(judgement.ratio()));
        row.set("candidateNs", figure(result.candidateNs()));
        row.set("baselineNs", figure(result.baselineNs()));
        return row.put("forks", result.forks())
                .put("cycles", result.blocks())
                .put("involuntarySwitches", result.involuntarySwitches())
                .put("seconds", result.taken().toNanos() / NANOS)
                .put("smallestEffect", smallestEffect.filter(Double::isFinite).orElse(null))
                .put(
                        "selfDifference",
                        judgement
                                .sight()
                                .selfDifference()
                                .filter(Double::isFinite)
                                .orElse(null));
    }

    /** A median and its interval; null ends where there were too few forks. */
    private static ObjectNode figure(Estimate estimate) {
        return Json.object()
                .put("median", estimate.median())
                .put("low", estimate.interval().map(Interval::low).orElse(null))
                .put("high", estimate.interval().map(Interval::high).orElse(null));
    }
}
