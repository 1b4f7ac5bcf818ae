// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/** A piece of a section's content. */
public sealed interface Block permits Answer, Chart, Matrix, Prose, Table {}
