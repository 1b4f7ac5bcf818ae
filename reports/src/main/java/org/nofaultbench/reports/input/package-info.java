// SPDX-License-Identifier: MIT
/** What a user names as measured, in one form for comparison and history. Depends on model, jmh and stats. */
package org.nofaultbench.reports.input;
