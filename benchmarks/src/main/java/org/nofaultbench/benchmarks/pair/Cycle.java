// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

/**
 * Four blocks, of which the outer two belong to one side: ABBA or BAAB. Times are ns per access.
 *
 * @param candidateNs of the faster of its two blocks
 * @param baselineNs of the faster of its two blocks
 */
public record Cycle(double candidateNs, double baselineNs) {}
