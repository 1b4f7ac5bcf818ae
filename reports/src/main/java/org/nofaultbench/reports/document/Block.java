// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

/** A piece of a section's content. */
public sealed interface Block permits Answer, Chart, Matrix, Prose, Table {}
