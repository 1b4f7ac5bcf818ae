// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.stats.Estimate;

/**
 * The sentences that a report begins with.
 *
 * @param analysis the run
 * @param size of the buffer that they are about
 * @param uploads of it, by strategy
 * @param recoveries of it, by strategy
 */
record Answer(Analysis analysis, String size, List<CellResult> uploads, List<CellResult> recoveries) {

    private static final int HERTZ = 60;

    /** Those of which the first sentence says what an upload through them takes. */
    private static final List<String> NAMED = List.of(
            "guard-libwayland", "guard-huge-tail", "nofault-private", "nofault-emulated", "copy-guarded", "copy-pread");

    /** What an upload takes while nothing is lost; empty where nothing is compared. */
    Optional<Sentence> healthy() {
        List<Sentence> others = NAMED.stream()
                .flatMap(id -> Overview.of(id, uploads).stream())
                .filter(cell -> cell.comparison().isPresent())
                .map(cell -> Sentence.of("{} through {}", Value.ratio(cell), Palette.nameOf(cell)))
                .toList();
        return uploads.stream()
                .filter(cell -> cell.control() && cell.hasFigure() && !others.isEmpty())
                .findFirst()
                .map(control -> Sentence.of(
                        "While the client behaves, a texture upload of {} without protection takes {}{}."
                                + " As a multiple of that time: {}.",
                        size,
                        Overview.time(control).orElseThrow(),
                        AccessSections.throughput(control)
                                .map(throughput -> Sentence.of(" ({})", throughput))
                                .orElse(Sentence.EMPTY),
                        Sentence.list(", ", others)));
    }

    /** What a loss takes with the guard in use and with the best other strategy; empty where it was not measured. */
    Optional<Sentence> lossy() {
        List<CellResult> measured =
                recoveries.stream().filter(CellResult::hasFigure).toList();
        Optional<CellResult> used =
                Overview.of("guard-libwayland", measured).or(() -> Overview.of("guard-pool", measured));
        Optional<CellResult> fastest = measured.stream()
                .filter(cell -> used.filter(cell::equals).isEmpty() && readsOn(cell))
                .min(Comparator.comparingDouble(
                        cell -> cell.figure().orElseThrow().median()));
        return used.map(cell -> Sentence.of(
                "When the client truncates the buffer, {} needs {} ({} of a " + HERTZ + " Hz frame){}.",
                cell.rowName(),
                Overview.time(cell).orElseThrow(),
                shareOfFrame(cell),
                fastest.map(other -> Sentence.of(
                                "; {}, the fastest that reads to the end, {}",
                                other.rowName(),
                                Overview.time(other).orElseThrow()))
                        .orElse(Sentence.EMPTY)));
    }

    private static Value shareOfFrame(CellResult cell) {
        Estimate share = cell.figure(ns -> ns * 100 * HERTZ / 1e9).orElseThrow();
        Origin origin = Origin.ofCell(Statistic.FRAME_SHARE, "" + HERTZ, cell);
        return Value.estimate(
                origin, share, "%", Numbers.significantDigits(share.median(), share.median() < 100 ? 2 : 3) + "%");
    }

    /** Whether a loss reads as zeros to the end; one that gives up at the first fault returns sooner and has read less. */
    private boolean readsOn(CellResult cell) {
        return analysis.run().manifest().strategies().stream()
                .filter(strategy -> strategy.id().equals(cell.rowName()))
                .anyMatch(strategy -> strategy.proven() == null
                        || strategy.proven().get("reads-zeros") != null
                                && strategy.proven().get("reads-zeros").observed() == Observed.YES);
    }
}
