// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code rounds.jsonl}: one finished fork, successful or not. The journal is the source of truth. A round has
 * several forks of one cell where the first ones were disturbed; {@link ForkSelection} says which of them counts.
 *
 * @param round round number, from 1
 * @param position place within the round's random order, from 1
 * @param cell id of the cell
 * @param startedUtc ISO 8601 instant
 * @param durationMs wall time of the fork with its start
 * @param error why the fork gave no figure, null where it did
 * @param samples metric name to one value an iteration, raw
 * @param noise what the machine did meanwhile
 * @param disturbances limits of noise that it went beyond; empty for a fork that was not disturbed
 */
@RecordBuilder
public record ForkRecord(
        int round,
        int position,
        String cell,
        String startedUtc,
        long durationMs,
        String error,
        Map<String, List<Double>> samples,
        Noise noise,
        List<Disturbance> disturbances)
        implements ForkRecordBuilder.With {

    /** Metric of the cell's baseline, where one process held both and took turns. */
    public static final String BASELINE = "baselineNs";

    public ForkRecord {
        samples = samples == null ? Map.of() : samples;
        disturbances = disturbances == null ? List.of() : List.copyOf(disturbances);
        Checks.id(cell, "/cell");
        Checks.range(round >= 1 && round <= Limits.ROUNDS, "/round", round);
        Checks.range(position >= 1, "/position", position);
        Checks.range(durationMs >= 0, "/durationMs", durationMs);
        Checks.entries(samples, "/samples", Checks::elements);
    }

    public boolean failed() {
        return error != null;
    }

    /** Whether its baseline was measured in the same process. */
    public boolean inOneProcess() {
        return samples.containsKey(BASELINE);
    }

    /** Whether JMH measured it, and {@code jmh.json} has it: programs in C have no score of JMH's, or hold two cells. */
    public boolean measuredByJmh() {
        return samples.containsKey(CellEntry.PRIMARY) && !inOneProcess();
    }

    /** Whether the machine did more to it than the limits allow. */
    public boolean disturbed() {
        return !disturbances.isEmpty();
    }

    /** How far it went beyond a limit, at worst; 0 for a fork that was not disturbed. */
    public double excess() {
        return disturbances.stream().mapToDouble(Disturbance::excess).max().orElse(0);
    }
}
