// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A run folder, read and checked.
 *
 * @param folder where it lies
 * @param manifest what was run
 * @param environment the machine
 * @param forks every finished fork in the order of the journal, also the failed ones
 * @param latencies cell id to the latencies of its accesses in ns; empty where none were taken
 * @param warnings what had to be tolerated
 */
public record Run(
        RunFolder folder,
        Manifest manifest,
        Environment environment,
        List<ForkRecord> forks,
        Map<String, Histogram> latencies,
        List<Warning> warnings) {}
