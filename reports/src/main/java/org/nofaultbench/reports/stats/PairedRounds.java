// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.ArrayList;
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
        return ratio(Confidence.NINETY_FIVE);
    }

    Optional<Estimate> ratio(Confidence confidence) {
        return estimate((c, b) -> c / b, confidence);
    }

    /** Candidate minus baseline, in the unit of both. Empty without a common round. */
    Optional<Estimate> difference(Confidence confidence) {
        return estimate((c, b) -> c - b, confidence);
    }

    /** Logarithm of a common round's ratio: it does not depend, but for its sign, on which side is the baseline. */
    double logRatio(int round) {
        return Math.log(candidate.get(round) / baseline.get(round));
    }

    /** Those of all common rounds, in their order. */
    List<Double> logRatios() {
        return rounds().stream().map(this::logRatio).toList();
    }

    /** The rounds that both sides have, ascending. */
    public SortedSet<Integer> rounds() {
        SortedSet<Integer> common = new TreeSet<>(candidate.keySet());
        common.retainAll(baseline.keySet());
        return Collections.unmodifiableSortedSet(common);
    }

    private Optional<Estimate> estimate(DoubleBinaryOperator comparison, Confidence confidence) {
        List<Double> values = new ArrayList<>();
        for (int round : rounds()) {
            values.add(comparison.applyAsDouble(candidate.get(round), baseline.get(round)));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(values, confidence));
    }
}
