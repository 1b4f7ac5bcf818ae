// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/**
 * Two cells side by side, round by round. A round counts where both have a figure.
 *
 * @param candidate round to fork figure
 * @param baseline round to fork figure, same unit
 */
public record PairedRounds(Map<Integer, Double> candidate, Map<Integer, Double> baseline) {

    public PairedRounds {
        candidate = Map.copyOf(candidate);
        baseline = Map.copyOf(baseline);
    }

    /** Candidate over baseline: above 1 is more of the unit. Empty without a common round. */
    public Optional<Estimate> ratio() {
        return ratio(Estimate.CONFIDENCE);
    }

    Optional<Estimate> ratio(double confidence) {
        return estimate((c, b) -> c / b, confidence);
    }

    /** Candidate minus baseline, in the unit of both. Empty without a common round. */
    Optional<Estimate> difference(double confidence) {
        return estimate((c, b) -> c - b, confidence);
    }

    /**
     * Logarithms of the ratios of these rounds, which do not depend, but for their sign, on which side is the baseline; NaN
     * where a side has no such round.
     */
    double[] logRatios(SortedSet<Integer> some) {
        return some.stream()
                .mapToDouble(round ->
                        Math.log(candidate.getOrDefault(round, Double.NaN) / baseline.getOrDefault(round, Double.NaN)))
                .toArray();
    }

    /** The rounds that both sides have, ascending. */
    public SortedSet<Integer> rounds() {
        SortedSet<Integer> common = new TreeSet<>(candidate.keySet());
        common.retainAll(baseline.keySet());
        return Collections.unmodifiableSortedSet(common);
    }

    private Optional<Estimate> estimate(DoubleBinaryOperator comparison, double confidence) {
        List<Double> values = rounds().stream()
                .map(round -> comparison.applyAsDouble(candidate.get(round), baseline.get(round)))
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(values, confidence));
    }
}
