// SPDX-License-Identifier: MIT
/**
 * Two strategies that take turns: the sharpest comparison of the suite. {@link org.nofaultbench.benchmarks.pair.PairProgram}
 * runs one fork of it in C, {@link org.nofaultbench.benchmarks.pair.SequentialPairTest} as many as the answer takes. Depends on
 * the native binding, {@code plan}, {@code process}, {@code failure} and {@code reports}; knows nothing of JMH.
 */
package org.nofaultbench.benchmarks.pair;
