// SPDX-License-Identifier: MIT
/**
 * The evidence for a kernel patch: one run, or one of each kernel, as the section of a cover letter that stands alone and is read
 * to its end. Where the report shows all that was measured, this answers what a reviewer asks: what do others pay, what is gained,
 * where does it lose, what of the objections of 2021, and why a kernel flag at all. Begin at
 * {@link org.nofaultbench.reports.evidence.Evidence}. Unlike the sections it knows strategies by name, because the
 * question does. Depends on what the sections depend on, and on their tables.
 */
package org.nofaultbench.reports.evidence;
