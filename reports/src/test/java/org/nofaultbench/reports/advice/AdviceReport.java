// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.stats.Percent;

/** The page of {@code advise} for those who test renderings. */
public final class AdviceReport {

    private AdviceReport() {}

    /** Where a quarter of the clients seal their files. */
    public static Report of(Analysis analysis) {
        return AdviseCommand.report(Advice.of(analysis, new Percent(25)));
    }
}
