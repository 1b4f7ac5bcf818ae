// SPDX-License-Identifier: MIT
/**
 * Recomputes what a report prints. It reads the figures out of the rendered page or text, as a person with a pocket calculator
 * would, finds out from caption, row and column what each claims to be, and computes that from the raw samples of {@code
 * rounds.jsonl}. It shares no code with what computed and printed them, which a test enforces: a mistake in either shows. Plain
 * loops are preferred here to anything clever. Begin at {@link org.nofaultbench.reports.check.Check}.
 */
package org.nofaultbench.reports.check;
