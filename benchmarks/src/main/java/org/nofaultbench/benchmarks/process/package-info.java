// SPDX-License-Identifier: MIT
/** Runs the suite's C programs that measure; depends on the JDK alone. */
package org.nofaultbench.benchmarks.process;
