// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Resolution;

/** What {@code doctor --noise} prints. */
record NoiseText(PrintStream out) {

    private static final List<Duration> TIMES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));

    void print(List<SelfComparison> comparisons) {
        out.println("unguarded-shared against itself, in turn within one process; the ratio should be 1.");
        out.println("The smallest difference that `pair` finds in four of five cases, by the time that it has for it:");
        out.printf(
                Locale.ROOT,
                "%-8s %6s %9s %8s %9s %9s %9s %9s%n",
                "size",
                "forks",
                "ms each",
                "ratio",
                "spread",
                "1 s",
                "10 s",
                "60 s");
        comparisons.forEach(comparison -> out.println(line(comparison)));
        out.println(
                "spread: standard deviation of a fork's ratio; -: too few forks in that time to find any difference");
    }

    private static String line(SelfComparison comparison) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %6d %9.0f %8.4f %8.2f%%",
                comparison.size(),
                comparison.forks(),
                comparison.forkMs(),
                comparison.ratio(),
                100 * comparison.deviation()));
        Resolution resolution = new Resolution(comparison.forkMs(), comparison.deviation());
        TIMES.forEach(time -> line.append(' ').append(cell(resolution.after(time))));
        return line.toString();
    }

    private static String cell(Optional<Percent> effect) {
        return effect.map(percent -> String.format(Locale.ROOT, "%8.2f%%", percent.value()))
                .orElseGet(() -> String.format(Locale.ROOT, "%9s", "-"));
    }
}
