// SPDX-License-Identifier: MIT
/**
 * The JMH classes: one class, one question, its argument in the comment. They run in forks and depend on the native
 * binding and on JMH only. Start at {@link org.nofaultbench.benchmarks.jmh.BufferRead}.
 */
package org.nofaultbench.benchmarks.jmh;
