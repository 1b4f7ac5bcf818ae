// SPDX-License-Identifier: MIT
/**
 * The command line: {@link org.nofaultbench.reports.cli.ReportCli#run} is the whole program with its streams as arguments, which
 * is also where the tests enter. Bad input is one line on stderr and exit code 2, never a stack trace. Depends on everything
 * else in reports.
 */
package org.nofaultbench.reports.cli;
