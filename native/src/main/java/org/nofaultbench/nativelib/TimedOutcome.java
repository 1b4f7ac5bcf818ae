// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * A batch whose accesses were timed one by one; a time includes one reading of the clock.
 *
 * @param batch what was read
 * @param totalNs sum of the accesses' times, without what happened between them
 * @param histogram the accesses' times
 */
public record TimedOutcome(BatchOutcome batch, long totalNs, LatencyHistogram histogram) {}
