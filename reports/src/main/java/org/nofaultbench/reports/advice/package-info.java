// SPDX-License-Identifier: MIT
/**
 * Which strategy a compositor should use on the measured machine. {@code CostInputs} finds the
 * cells, {@code CostModel} adds them up within each round, {@code Robustness} says who may be recommended at all, and
 * {@link org.nofaultbench.reports.advice.BreakEven} where two strategies change places. What was not measured is
 * named and never guessed. Start at {@link org.nofaultbench.reports.advice.Advisor}. Depends on model, stats and
 * analysis.
 */
package org.nofaultbench.reports.advice;
