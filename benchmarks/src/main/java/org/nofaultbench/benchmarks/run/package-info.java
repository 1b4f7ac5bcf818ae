// SPDX-License-Identifier: MIT
/**
 * What JMH lacks: rounds in random order, a journal that is on disk before the next fork starts, and a run folder from
 * which everything else can be derived. Start at {@link org.nofaultbench.benchmarks.run.Rounds}.
 */
package org.nofaultbench.benchmarks.run;
