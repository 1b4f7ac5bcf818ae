// SPDX-License-Identifier: MIT
/**
 * What is measured: {@link org.nofaultbench.benchmarks.plan.Workload} lists the questions,
 * {@link org.nofaultbench.benchmarks.plan.Preset} the time spent on them, and
 * {@link org.nofaultbench.benchmarks.plan.Plan} makes the cells of a run from both and the registry of strategies.
 */
package org.nofaultbench.benchmarks.plan;
