// SPDX-License-Identifier: MIT
/** What ends a command: one line on standard error and an exit status. Depends on no other package of this module. */
package org.nofaultbench.benchmarks.failure;
