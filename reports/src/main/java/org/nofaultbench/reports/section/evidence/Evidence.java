// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Warning;
import org.nofaultbench.reports.section.Content;
import org.nofaultbench.reports.section.Report;

/** The evidence section of a patch's cover letter. */
public final class Evidence {

    private Evidence() {}

    public static Report of(Analysis run) {
        Dossier dossier = new Dossier(run);
        List<Content> contents = Stream.<Question>of(new NonUsers(), new NormalCase(), new BadCase(), new Losses(),
                        new Objections(), new WhyAFlag(), new Scope())
                .map(question -> question.answer(dossier))
                .toList();
        List<Warning> warnings = run.warnings().stream()
                .filter(warning -> !(warning instanceof Warning.StandIn))
                .toList();
        return Report.of(run, new Head(dossier).facts(), warnings, contents);
    }
}
