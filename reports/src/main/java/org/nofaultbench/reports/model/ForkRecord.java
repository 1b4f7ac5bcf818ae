// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.Map;

/**
 * One line of {@code rounds.jsonl}: one finished fork, successful or not. The journal is the source of truth.
 *
 * @param round round number, from 1
 * @param position place within the round's random order, from 1
 * @param cell id of the cell
 * @param startedUtc ISO 8601 instant
 * @param durationMs wall time of the fork with its start
 * @param error why the fork gave no figure, null where it did
 * @param samples metric name to one value an iteration, raw
 * @param noise what the machine did meanwhile
 */
public record ForkRecord(
        int round,
        int position,
        String cell,
        String startedUtc,
        long durationMs,
        String error,
        Map<String, List<Double>> samples,
        Noise noise) {

    public boolean failed() {
        return error != null;
    }
}
