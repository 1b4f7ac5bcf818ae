// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Result;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;

/**
 * What {@code pair --json} prints; {@code results/schema/pair.schema.json} describes it.
 *
 * @param planted share by which the candidate was made slower on purpose, such as {@code 1%}; null where it was not
 * @param secondsLimit of each trial
 */
public record PairDocument(
        int schemaVersion,
        Suite suite,
        String cpu,
        String kernelRelease,
        String startedUtc,
        String command,
        String seed,
        String candidate,
        String baseline,
        String workload,
        String planted,
        double marginPercent,
        double secondsLimit,
        List<Trial> trials) {

    public static final int SCHEMA_VERSION = 1;

    public record Trial(String seed, Map<String, Row> rows) {
        public static Trial fromRepetition(SequentialPairTest.Repetition repetition) {
            Map<String, Row> rows = new LinkedHashMap<>();
            repetition.results().forEach((size, result) -> rows.put(size, Row.fromResult(result)));
            return new Trial(Long.toString(repetition.seed()), rows);
        }
    }

    /** Times in ns per access. */
    public record Row(
            String verdict,
            String lean,
            Figure ratio,
            @JsonProperty("candidateNs") Figure candidate,
            @JsonProperty("baselineNs") Figure baseline,
            int forks,
            long cycles,
            long involuntarySwitches,
            double seconds,
            Double smallestEffect,
            Double selfDifference) {

        private static final double NANOS = 1e9;

        static Row fromResult(Result row) {
            Judgement judgement = row.judgement();
            return new Row(
                    judgement.verdict().name(),
                    judgement.lean().name(),
                    Figure.fromEstimate(judgement.ratio()),
                    Figure.fromEstimate(row.candidateNs()),
                    Figure.fromEstimate(row.baselineNs()),
                    row.forks(),
                    row.blocks(),
                    row.involuntarySwitches(),
                    row.taken().toNanos() / NANOS,
                    Optional.of(judgement.sight().smallestEffect())
                            .filter(Double::isFinite)
                            .orElse(null),
                    judgement.sight().selfDifference().filter(Double::isFinite).orElse(null));
        }
    }

    /** A median and its interval; null ends where there were too few forks. */
    public record Figure(double median, Double low, Double high) {

        static Figure fromEstimate(Estimate estimate) {
            return new Figure(
                    estimate.median(),
                    estimate.interval().map(interval -> interval.low()).orElse(null),
                    estimate.interval().map(interval -> interval.high()).orElse(null));
        }
    }
}
