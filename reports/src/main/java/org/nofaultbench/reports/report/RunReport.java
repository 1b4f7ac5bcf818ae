// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.document.Warnings.Warning;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;

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
                HEADING,
                overview.sentences(recommendation),
                facts(analysis),
                warnings(analysis),
                overview.content(),
                Sections.of(analysis));
    }

    /** With other facts at its head and other contents than those of the whole report, which make some warnings needless. */
    public static Report of(
            Analysis analysis, List<Report.Fact> facts, List<Sentence> warnings, List<Content> contents) {
        return report(analysis, HEADING, List.of(), facts, warnings, Optional.empty(), contents);
    }

    /** With another heading, other sentences and other contents than those of the whole report. */
    public static Report of(Analysis analysis, String heading, List<Sentence> lead, List<Content> contents) {
        return report(analysis, heading, lead, facts(analysis), warnings(analysis), Optional.empty(), contents);
    }

    private static List<Sentence> warnings(Analysis analysis) {
        return Warnings.of(analysis).stream().map(Warning::sentence).toList();
    }

    private static Report report(
            Analysis analysis,
            String heading,
            List<Sentence> lead,
            List<Report.Fact> facts,
            List<Sentence> warnings,
            Optional<Content> overview,
            List<Content> contents) {
        Manifest manifest = analysis.run().manifest();
        Environment.Kernel kernel = analysis.run().environment().kernel();
        String subtitle =
                manifest.preset() + " run on " + analysis.run().environment().machine() + ", Linux "
                        + (kernel == null || kernel.release() == null ? "unknown" : kernel.release()) + ", "
                        + manifest.startedUtc();
        return new Report(
                manifest.runId(),
                heading,
                lead,
                subtitle,
                manifest.status(),
                manifest.status() == RunStatus.UNFINISHED && manifest.reasons().isEmpty()
                        ? List.of("the run did not finish; its figures rest on the forks that did")
                        : manifest.reasons(),
                warnings,
                facts,
                VerdictCounts.explained(analysis),
                overview,
                contents);
    }

    private static List<Report.Fact> facts(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        String benchmarks = analysis.cells().stream()
                .map(cell -> cell.cell().benchmark())
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                new Report.Fact(
                        "Test",
                        RunFacts.measuredStrategies(analysis),
                        " of ",
                        Value.recorded(
                                "manifest.json/strategies",
                                manifest.strategies().size()),
                        " strategies measured; " + benchmarks),
                new Report.Fact("Machine", RunFacts.machine(analysis.run().environment())),
                new Report.Fact("Kernel", RunFacts.kernel(analysis.run().environment())),
                new Report.Fact("Method", RunFacts.method(analysis)),
                new Report.Fact("Suite", RunFacts.suite(analysis.run())),
                new Report.Fact("Repeat", manifest.command()));
    }
}
