// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.nofaultbench.reports.stats.Estimate;

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

    /** The forks that count and gave figures, by cell. */
    public Map<String, List<ForkRecord>> measured() {
        return ForkSelection.counting(forks).stream()
                .filter(fork -> !fork.failed())
                .collect(Collectors.groupingBy(ForkRecord::cell));
    }

    /** Cell id to round to the fork's figure, the median of its samples. */
    public Map<String, Map<Integer, Double>> figures() {
        Map<String, String> metrics =
                manifest.cells().stream().collect(Collectors.toMap(CellEntry::id, CellEntry::metric));
        return measured().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> figures(cell.getValue(), metrics.get(cell.getKey()))));
    }

    /** Round to figure of some forks of one cell. */
    public static Map<Integer, Double> figures(List<ForkRecord> forks, String metric) {
        Map<Integer, Double> figures = new TreeMap<>();
        forks.forEach(fork ->
                figures.put(fork.round(), Estimate.medianOf(fork.samples().get(metric))));
        return figures;
    }

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
