// SPDX-License-Identifier: MIT
/**
 * Experiments on what each strategy survives. {@link org.nofaultbench.benchmarks.verify.Sources} lists who makes them,
 * {@link org.nofaultbench.benchmarks.verify.Verification} runs them, and {@link
 * org.nofaultbench.benchmarks.verify.ProofStore} keeps what came of it for this library on this kernel.
 */
package org.nofaultbench.benchmarks.verify;
