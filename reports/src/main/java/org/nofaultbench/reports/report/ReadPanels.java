// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Grid;

/** The reads of whole buffers, one panel a workload and a value of every other parameter. */
final class ReadPanels {

    private static final String BENCHMARK = "BufferRead";

    private ReadPanels() {}

    static List<Panel> of(Analysis analysis) {
        return analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, Grid.SIZE));
    }
}
