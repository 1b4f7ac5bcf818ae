// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Warning;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;

/**
 * A whole report, in no particular format.
 *
 * @param run name of the run
 * @param heading what it is about
 * @param lead what a reader must not miss, the most important sentence first; empty where the sections say it
 * @param subtitle preset, machine, kernel and date in one line
 * @param status whether the run may be believed; heads every rendering
 * @param reasons why not
 * @param warnings what else to know; in every rendering
 * @param facts what was tested, where and how, in brief
 * @param tally the verdicts counted, in a sentence
 * @param contents the sections in order
 */
public record Report(
        String run,
        String heading,
        List<String> lead,
        String subtitle,
        RunStatus status,
        List<String> reasons,
        List<String> warnings,
        List<Fact> facts,
        String tally,
        List<Content> contents) {

    /**
     * One of the facts at the head.
     *
     * @param name in one word
     * @param value in one line
     */
    public record Fact(String name, String value) {}

    private static final String HEADING = "What it costs to read a client's shared memory";

    public static Report of(Analysis analysis) {
        return of(analysis, new Summary(analysis).facts(), analysis.warnings().stream().map(Warning::text).toList(),
                Sections.of(analysis));
    }

    /** With other facts at its head and other contents than those of the whole report, which make some warnings needless. */
    public static Report of(Analysis analysis, List<Fact> facts, List<String> warnings, List<Content> contents) {
        Manifest manifest = analysis.run().manifest();
        return new Report(manifest.runId(), HEADING, List.of(), subtitle(analysis), manifest.status(), reasons(manifest),
                warnings, facts, Tally.of(analysis), contents);
    }

    /** Another report about the same run. */
    Report as(String otherHeading, List<String> sentences, List<Content> otherContents) {
        return new Report(run, otherHeading, sentences, subtitle, status, reasons, warnings, facts, tally, otherContents);
    }

    private static String subtitle(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        var kernel = analysis.run().environment().kernel();
        return manifest.preset() + " run on " + analysis.run().environment().machine() + ", Linux "
                + (kernel == null || kernel.release() == null ? "unknown" : kernel.release()) + ", " + manifest.startedUtc();
    }

    private static List<String> reasons(Manifest manifest) {
        return manifest.status() == RunStatus.UNFINISHED && manifest.reasons().isEmpty()
                ? List.of("the run did not finish; its figures rest on the forks that did")
                : manifest.reasons();
    }
}
