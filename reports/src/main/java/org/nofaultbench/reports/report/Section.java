// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;

/** One question that a report answers. Stateless. */
public interface Section {

    /** The answer for one run; empty where the run did not measure it. */
    List<Content> of(Analysis analysis);
}
