// SPDX-License-Identifier: MIT
/**
 * A second program that computes the figures of {@code report.json} from the raw samples, with Commons Math and none of the code
 * of stats, analysis and document. Start at {@link org.nofaultbench.reports.oracle.OracleTest}.
 */
package org.nofaultbench.reports.oracle;
