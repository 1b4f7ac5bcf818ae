// SPDX-License-Identifier: MIT
/**
 * The result format, which {@code results/README.md} describes and {@code results/schema} checks: its records, and their
 * reader, which trusts nothing in a folder and answers broken input with one line that names file and place. Start at
 * {@link org.nofaultbench.reports.model.RunReader}. Depends on nothing of ours, so that old results stay readable for ever.
 */
package org.nofaultbench.reports.model;
