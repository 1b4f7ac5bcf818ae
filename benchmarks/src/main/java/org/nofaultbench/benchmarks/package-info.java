// SPDX-License-Identifier: MIT
/**
 * The suite's entry point. {@link org.nofaultbench.benchmarks.Main} hands the suite's own commands to {@code cli} and
 * every other command line to JMH. Below it: {@code plan} says what is measured, {@code jmh} measures it in forks,
 * {@code run} keeps rounds and the journal, {@code machine} describes where it happened.
 */
package org.nofaultbench.benchmarks;
