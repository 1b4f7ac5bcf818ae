// SPDX-License-Identifier: MIT
/** The suite's commands: each turns words into one request and its outcome into an exit status. */
package org.nofaultbench.benchmarks.cli;
