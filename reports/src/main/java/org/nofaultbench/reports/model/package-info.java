// SPDX-License-Identifier: MIT
/**
 * The records of the result format, which {@code results/README.md} describes and {@code results/schema} checks: what a
 * run folder holds, with no opinion on it. Start at {@link org.nofaultbench.reports.model.Manifest}. Depends on Jackson's
 * annotations at most, and on nothing of ours, so that old results stay readable for ever.
 */
package org.nofaultbench.reports.model;
