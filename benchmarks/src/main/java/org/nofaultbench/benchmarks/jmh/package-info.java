// SPDX-License-Identifier: MIT
/**
 * The JMH classes: one class, one question, its argument in the comment. They run in forks and depend on JMH, the native
 * binding, {@code strategy} and {@code plan}. Start at {@link org.nofaultbench.benchmarks.jmh.BufferRead}.
 */
package org.nofaultbench.benchmarks.jmh;
