// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;

/**
 * Shares of the CPUs' time while forks ran.
 *
 * @param run whose forks noted the noise
 */
public record CpuShare(Run run) {

    /** Of the time of all CPUs during those forks that noted it; nothing where no fork did or the CPU count is unknown. */
    public Optional<Double> percent(Function<Noise, Long> milliseconds) {
        Integer cpus =
                run.environment().cpu() == null ? null : run.environment().cpu().logicalCpus();
        List<ForkRecord> noted = run.forks().stream()
                .filter(fork -> fork.noise() != null && milliseconds.apply(fork.noise()) != null)
                .toList();
        double wallMs = noted.stream().mapToLong(ForkRecord::durationMs).sum();
        if (cpus == null || cpus < 1 || wallMs == 0) {
            return Optional.empty();
        }
        double usedMs = noted.stream()
                .map(fork -> milliseconds.apply(fork.noise()))
                .mapToLong(Long::longValue)
                .sum();
        return Optional.of(100 * usedMs / (wallMs * cpus));
    }
}
