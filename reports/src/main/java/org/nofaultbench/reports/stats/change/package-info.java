// SPDX-License-Identifier: MIT
/**
 * Where does a series change its level, and where its spread? Candidates come from E-divisive (Matteson and James, 2014), the best
 * set of them from penalised least squares, and each of the set must pass a test that knows how many places were looked at.
 * Start at {@link org.nofaultbench.reports.stats.change.ChangePoints}. Knows samples only. Depends on nothing of the project.
 */
package org.nofaultbench.reports.stats.change;
