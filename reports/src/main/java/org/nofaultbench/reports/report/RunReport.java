// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.Warning;

/** The report about one run: its head, and every section. */
public final class RunReport {

    private static final String HEADING = "What it costs to read a client's shared memory";

    private RunReport() {}

    public static Report of(Analysis analysis) {
        return of(analysis, List.of());
    }

    /** @param recommendation which strategy to use, in a sentence or two; empty where nothing is recommended */
    public static Report of(Analysis analysis, List<Sentence> recommendation) {
        Overview overview = new Overview(analysis);
        return report(
                analysis,
                overview.sentences(recommendation),
                new Summary(analysis).facts(),
                analysis.warnings().stream().map(Warning::text).toList(),
                overview.content(),
                Sections.of(analysis));
    }

    /** With other facts at its head and other contents than those of the whole report, which make some warnings needless. */
    public static Report of(Analysis analysis, List<Report.Fact> facts, List<String> warnings, List<Content> contents) {
        return report(analysis, List.of(), facts, warnings, Optional.empty(), contents);
    }

    private static Report report(
            Analysis analysis,
            List<Sentence> lead,
            List<Report.Fact> facts,
            List<String> warnings,
            Optional<Content> overview,
            List<Content> contents) {
        Manifest manifest = analysis.run().manifest();
        return new Report(
                manifest.runId(),
                HEADING,
                lead,
                subtitle(analysis),
                manifest.status(),
                reasons(manifest),
                warnings,
                facts,
                VerdictCounts.explained(analysis),
                overview,
                contents);
    }

    private static String subtitle(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        var kernel = analysis.run().environment().kernel();
        return manifest.preset() + " run on " + analysis.run().environment().machine() + ", Linux "
                + (kernel == null || kernel.release() == null ? "unknown" : kernel.release()) + ", "
                + manifest.startedUtc();
    }

    private static List<String> reasons(Manifest manifest) {
        return manifest.status() == RunStatus.UNFINISHED && manifest.reasons().isEmpty()
                ? List.of("the run did not finish; its figures rest on the forks that did")
                : manifest.reasons();
    }
}
