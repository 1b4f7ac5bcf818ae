// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;

/** What must nobody conclude from this? */
final class LimitsSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        return List.of(new Content(
                "limits",
                "What this does not measure",
                "",
                List.of(
                        new Prose(
                                "One machine, one kernel boot: another microarchitecture, kernel or memory layout may order the"
                                        + " strategies otherwise, and no interval here covers that."),
                        new Prose(
                                "One reader thread, reading whole buffers. Contention for the address space, damage rectangles, uploads"
                                        + " to a GPU and a client that truncates again and again are other questions."),
                        new Prose(
                                "Times, not safety: a fast row may be an unsafe one. What a strategy survives stands under properties,"
                                        + " and is a claim until proven on this kernel."),
                        new Prose(
                                "A stand-in shows the healthy path of what it stands for. Its recovery runs in a signal handler, which"
                                        + " the real thing would not need."))));
    }
}
