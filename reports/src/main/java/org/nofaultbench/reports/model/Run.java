// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * A run folder, read and checked.
 *
 * @param folder where it lies
 * @param manifest what was run
 * @param environment the machine
 * @param forks every finished fork in the order of the journal, also the failed ones
 * @param latencies cell id to the latencies of its accesses in ns; empty where none were taken
 * @param cutLines file name to number of its last line, where a kill cut that short
 */
public record Run(
        RunFolder folder,
        Manifest manifest,
        Environment environment,
        List<ForkRecord> forks,
        Map<String, Histogram> latencies,
        Map<String, Integer> cutLines) {

    /** How many rounds have a fork. */
    public long roundsBegun() {
        return forks.stream().mapToInt(ForkRecord::round).distinct().count();
    }

    /**
     * A share of the time of all CPUs during those forks that noted it, in percent; empty where no fork did or the number of CPUs
     * is unknown.
     *
     * @param milliseconds what the forks noted, of all CPUs
     */
    public Optional<Double> cpuPercent(Function<Noise, Long> milliseconds) {
        Integer cpus = environment.cpu() == null ? null : environment.cpu().logicalCpus();
        List<ForkRecord> noted = forks.stream()
                .filter(fork -> fork.noise() != null && milliseconds.apply(fork.noise()) != null)
                .toList();
        double wallMs = noted.stream().mapToLong(ForkRecord::durationMs).sum();
        if (cpus == null || cpus < 1 || wallMs == 0) {
            return Optional.empty();
        }
        double usedMs = noted.stream()
                .mapToLong(fork -> milliseconds.apply(fork.noise()))
                .sum();
        return Optional.of(100 * usedMs / (wallMs * cpus));
    }
}
