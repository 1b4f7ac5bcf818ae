// SPDX-License-Identifier: MIT
/**
 * Properties that only a JVM can be asked for: all of the strategies in Java, and of every strategy what a JVM makes of a
 * real bug. {@link org.nofaultbench.benchmarks.trial.JvmPropertySource} starts one child a case; {@link
 * org.nofaultbench.benchmarks.trial.JvmCase} is what the child runs.
 */
package org.nofaultbench.benchmarks.trial;
