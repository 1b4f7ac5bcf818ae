// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/** A piece of a section's content. */
public sealed interface Block permits Chart, Matrix, Prose, Table {}
