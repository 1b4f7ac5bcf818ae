// SPDX-License-Identifier: MIT
/**
 * Experiments that need a JVM: all properties of the strategies in Java, and of every strategy what a JVM makes of a real bug.
 * {@link org.nofaultbench.benchmarks.trial.CaseProcess} starts one child a case, and is what the child runs.
 */
package org.nofaultbench.benchmarks.trial;
