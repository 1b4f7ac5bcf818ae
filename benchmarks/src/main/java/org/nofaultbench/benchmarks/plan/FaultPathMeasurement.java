// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

/**
 * What a C program measures in place of a JMH fork, where C takes the times in any case: it starts in a tenth of the time.
 *
 * @param id as the program calls it
 * @param accesses in one batch
 * @param batches each of which gives one value
 */
public record FaultPathMeasurement(String id, int accesses, int batches) {}
