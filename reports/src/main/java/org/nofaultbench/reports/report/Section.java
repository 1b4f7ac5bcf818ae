// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;

/** One question that a report answers. Stateless. */
public interface Section {

    /** Whether the question makes sense of a run; a section that does not is left out. */
    default boolean isOf(Analysis analysis) {
        return true;
    }

    /** The answer for one run; says so where the run did not ask. */
    Content of(Analysis analysis);
}
