// SPDX-License-Identifier: MIT
/** The suite's C programs that measure, and the terminal; depends on the JDK and the native binding alone. */
package org.nofaultbench.benchmarks.process;
