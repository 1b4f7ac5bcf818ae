// SPDX-License-Identifier: MIT
/**
 * Experiments on what each strategy survives. {@link org.nofaultbench.benchmarks.verify.Prover} has every {@link
 * org.nofaultbench.benchmarks.verify.PropertySource} make its own, and keeps what came of them for this library on this kernel.
 */
package org.nofaultbench.benchmarks.verify;
