// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;

/**
 * What a history keeps of a run: who measured what where, and the figures, without what they were made from.
 *
 * @param runId name of the run
 * @param startedUtc ISO 8601 instant
 * @param status whether the run is whole
 * @param suite which build measured
 * @param preset name of the preset
 * @param environment the machine
 * @param cells those with a figure, in display order
 */
public record RunFigures(
        String runId,
        String startedUtc,
        RunStatus status,
        Suite suite,
        String preset,
        Environment environment,
        List<CellFigures> cells) {}
