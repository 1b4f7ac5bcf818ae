// SPDX-License-Identifier: MIT
/**
 * The one list of strategies, {@link org.nofaultbench.benchmarks.strategy.Strategy}: those of the native registry, and
 * those that are written in Java. To add a Java one, add a class like {@link
 * org.nofaultbench.benchmarks.strategy.JvmMapped} and its line in that list.
 */
package org.nofaultbench.benchmarks.strategy;
