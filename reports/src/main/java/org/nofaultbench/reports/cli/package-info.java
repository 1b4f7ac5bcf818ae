// SPDX-License-Identifier: MIT
/** What the commands of {@code reports.jar} share: the argument that names a run and output files. */
package org.nofaultbench.reports.cli;
