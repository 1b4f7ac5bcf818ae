// SPDX-License-Identifier: MIT
/**
 * Two strategies that take turns in one process: the sharpest comparison of the suite. {@link
 * org.nofaultbench.benchmarks.pair.PairProgram} runs one fork of it in C, {@link
 * org.nofaultbench.benchmarks.pair.SequentialPairTest} as many as the answer takes, and {@link
 * org.nofaultbench.benchmarks.pair.RepeatedPairTest} many tests, to see how often they are right. Depends on the native binding,
 * {@code process}, {@code failure} and {@code reports}; knows nothing of JMH and of presets.
 */
package org.nofaultbench.benchmarks.pair;
