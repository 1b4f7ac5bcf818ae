// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import org.nofaultbench.benchmarks.plan.Cell;

/**
 * One fork that is to be run.
 *
 * @param round from 1
 * @param position place in the round's order, from 1
 */
record ForkStep(int round, int position, Cell cell) {}
