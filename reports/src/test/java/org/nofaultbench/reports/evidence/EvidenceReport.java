// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Report;

/** The mail of {@code lkml} for those who test renderings. */
public final class EvidenceReport {

    private EvidenceReport() {}

    /** Of one kernel, which may have the flag or not. */
    public static Report of(Analysis run) {
        return Evidence.report(new PatchEvidence(run));
    }
}
