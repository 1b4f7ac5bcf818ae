// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Resolution;

/** Which differences the machine resolved before the run began, as one fact. */
final class ResolutionText {

    private static final List<Duration> TIMES = List.of(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private ResolutionText() {}

    static String of(List<SelfComparison> comparisons) {
        return comparisons == null || comparisons.isEmpty() ? "not measured" : comparisons.stream()
                .map(ResolutionText::of)
                .collect(Collectors.joining("; ", "a read held against itself, 80% power: ", ""));
    }

    private static String of(SelfComparison comparison) {
        Resolution resolution = new Resolution(comparison.forkMs(), comparison.deviation());
        return comparison.size() + " " + TIMES.stream()
                .map(time -> after(resolution, time) + " after " + time.toSeconds() + " s")
                .collect(Collectors.joining(", ")) + " (" + comparison.forks() + " forks)";
    }

    private static String after(Resolution resolution, Duration time) {
        return resolution.after(time).map(effect -> Numbers.significantDigits(effect.value(), 2) + "%").orElse("nothing");
    }
}
