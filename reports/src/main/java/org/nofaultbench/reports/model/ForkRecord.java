// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

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
public record ForkRecord(
        int round,
        int position,
        String cell,
        String startedUtc,
        long durationMs,
        String error,
        Map<String, List<Double>> samples,
        Noise noise,
        List<Disturbance> disturbances) {

    /** Metric of the cell's baseline, where one process held both and took turns. */
    public static final String BASELINE = "baselineNs";

    public ForkRecord {
        disturbances = disturbances == null ? List.of() : List.copyOf(disturbances);
    }

    public boolean failed() {
        return error != null;
    }

    /** Whether its baseline was measured in the same process. */
    public boolean inOneProcess() {
        return samples != null && samples.containsKey(BASELINE);
    }

    /** Whether JMH measured it, and {@code jmh.json} has it: programs in C have no score of JMH's, or hold two cells. */
    public boolean measuredByJmh() {
        return samples != null && samples.containsKey(CellEntry.PRIMARY) && !inOneProcess();
    }

    /** Whether the machine did more to it than the limits allow. */
    public boolean disturbed() {
        return !disturbances.isEmpty();
    }

    /** The same fork, marked. */
    public ForkRecord disturbedBy(List<Disturbance> limits) {
        return toBuilder().disturbances(limits).build();
    }

    /** How far it went beyond a limit, at worst; 0 for a fork that was not disturbed. */
    public double excess() {
        return disturbances.stream().mapToDouble(Disturbance::excess).max().orElse(0);
    }

    /** A fork without a figure, an error or noise, the first of its round. */
    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder()
                .round(round)
                .position(position)
                .cell(cell)
                .startedUtc(startedUtc)
                .durationMs(durationMs)
                .error(error)
                .samples(samples)
                .noise(noise)
                .disturbances(disturbances);
    }

    /** A record, part by part; each is named as the component that it sets. */
    public static final class Builder {
        private int round;
        private int position = 1;
        private String cell;
        private String startedUtc;
        private long durationMs;
        private String error;
        private Map<String, List<Double>> samples = Map.of();
        private Noise noise;
        private List<Disturbance> disturbances = List.of();

        private Builder() {}

        public Builder round(int value) {
            round = value;
            return this;
        }

        public Builder position(int value) {
            position = value;
            return this;
        }

        public Builder cell(String value) {
            cell = value;
            return this;
        }

        public Builder startedUtc(String value) {
            startedUtc = value;
            return this;
        }

        public Builder durationMs(long value) {
            durationMs = value;
            return this;
        }

        public Builder error(String value) {
            error = value;
            return this;
        }

        public Builder samples(Map<String, List<Double>> value) {
            samples = value;
            return this;
        }

        public Builder noise(Noise value) {
            noise = value;
            return this;
        }

        public Builder disturbances(List<Disturbance> value) {
            disturbances = value;
            return this;
        }

        public ForkRecord build() {
            return new ForkRecord(round, position, cell, startedUtc, durationMs, error, samples, noise, disturbances);
        }
    }
}
