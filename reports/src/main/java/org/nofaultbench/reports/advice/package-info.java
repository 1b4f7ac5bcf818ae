// SPDX-License-Identifier: MIT
/**
 * Which strategy a compositor should use on the measured machine. {@code Costs} finds the cells and adds them up within each
 * round, {@code Eligibility} says who may be recommended at all, and {@code BreakEvens} where two strategies change places.
 * What was not measured is named and never guessed. Start at {@link org.nofaultbench.reports.advice.Advice}. Depends on model,
 * stats, analysis, and the sections of {@code report} that it shows again.
 */
package org.nofaultbench.reports.advice;
