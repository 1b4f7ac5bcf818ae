// SPDX-License-Identifier: MIT
/**
 * Where a run happened: {@link org.nofaultbench.benchmarks.machine.EnvironmentReader} describes the machine,
 * {@link org.nofaultbench.benchmarks.machine.NoiseMeter} what it did meanwhile. Readers of {@code /proc} and {@code
 * /sys} take a root, so that tests feed them captured machines. Nothing here reads the host's name.
 */
package org.nofaultbench.benchmarks.machine;
