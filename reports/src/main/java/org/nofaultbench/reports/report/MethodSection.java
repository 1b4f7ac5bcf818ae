// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Confidence;

/** How was it measured, and how can it be repeated? */
public final class MethodSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        KeyValueTable facts = new KeyValueTable()
                .add("repeat with", manifest.command())
                .add(
                        "preset",
                        manifest.preset() + ", " + manifest.plannedRounds() + " rounds planned, "
                                + analysis.run().roundsBegun() + " begun, "
                                + analysis.run().forks().size() + " forks finished")
                .add("order", "every cell once a round, one fork each, in fresh random order; seed " + manifest.seed())
                .add(
                        "figure",
                        "median over the rounds of the forks' figures; a fork's figure is the median of its iterations")
                .add("ratio", "median of the ratios formed within each round")
                .add(
                        "interval",
                        "95%, interpolated order statistics of the median, no assumption about the distribution; needs "
                                + Confidence.NINETY_FIVE.minimumRounds() + " rounds")
                .add(
                        "many rows",
                        VerdictCounts.MANY_ROWS + ". A row needs " + Comparisons.minimumRounds()
                                + " rounds to be either")
                .add(
                        "sees",
                        "minimum detectable effect: the least difference that the row would have shown four times in five")
                .add("A/A", "median round-to-round change of the ratio")
                .add("margin", analysis.margin() + ": ratios from 1/(1+margin) to 1+margin count as the same")
                .add("suite", RunFacts.suite(analysis.run()))
                .addAll(
                        "time",
                        manifest.startedUtc(),
                        manifest.finishedUtc() == null ? "not finished" : manifest.finishedUtc());
        return List.of(new Content(
                "method",
                "Method",
                "Randomised complete blocks: drift of the machine touches both sides of a ratio.",
                List.of(facts.table())));
    }

    /** What must nobody conclude from this? */
    static List<Content> limits(Analysis analysis) {
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
