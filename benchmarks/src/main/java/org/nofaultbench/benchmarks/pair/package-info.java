// SPDX-License-Identifier: MIT
/**
 * Two strategies that take turns in one process: the sharpest comparison of the suite. {@link
 * org.nofaultbench.benchmarks.pair.PairProgram} runs one fork of it in C, {@link org.nofaultbench.benchmarks.pair.Duel} as
 * many as the answer takes, and {@link org.nofaultbench.benchmarks.pair.Trials} many duels, to see how often they are right.
 * Depends on the native binding and {@code reports.stats}; knows nothing of JMH and of presets.
 */
package org.nofaultbench.benchmarks.pair;
