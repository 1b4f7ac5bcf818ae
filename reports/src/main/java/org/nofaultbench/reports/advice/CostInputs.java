// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.stats.Percent;

/**
 * The cells that a cost is added up from. Where a run asked a benchmark in several ways, the first in display order counts,
 * and {@link #sources} names it.
 */
final class CostInputs {

    static final String DAMAGE = "damage";
    private static final String SHAPE = "shape";
    private static final String LOST = "lost";
    /** One rectangle; the others are about layout, not about how much is read. */
    private static final String ONE = "one";

    private static final String FIRST_READ = "firstReadNs";
    private static final String NS = "ns/op";

    private final List<Panel> reads;
    private final List<Panel> damaged;
    private final List<Panel> lives;
    private final List<Panel> recoveries;

    CostInputs(Analysis analysis) {
        reads = together(analysis, "BufferRead", Set.of(Panel.STRATEGY, Panel.SIZE));
        damaged = together(analysis, "DamageRead", Set.of(Panel.STRATEGY, DAMAGE)).stream()
                .filter(panel -> panel.fixed().getOrDefault(SHAPE, ONE).equals(ONE))
                .toList();
        lives = together(analysis, "PoolLifecycle", Set.of(Panel.STRATEGY));
        recoveries = together(analysis, "TruncationRecovery", Set.of(Panel.STRATEGY)).stream()
                .sorted(Comparator.comparingDouble(panel -> -lostPercent(panel)))
                .toList();
    }

    /** Panels that have a figure, without those whose rows are not compared with the others, and in nanoseconds only. */
    private static List<Panel> together(Analysis analysis, String benchmark, Set<String> axes) {
        List<CellResult> asked = analysis.cells().stream()
                .filter(cell -> cell.cell().benchmark().equals(benchmark))
                .toList();
        return analysis.panels(asked, axes).stream()
                .filter(panel -> !panel.isApart())
                .filter(panel ->
                        panel.cells().stream().anyMatch(cell -> !cell.figures().isEmpty()))
                .filter(panel -> panel.cells().stream()
                        .allMatch(cell -> cell.cell().unit().equals(NS)))
                .toList();
    }

    private static double lostPercent(Panel panel) {
        return Optional.ofNullable(panel.fixed().get(LOST))
                .flatMap(Percent::parse)
                .map(Percent::value)
                .orElse(0.0);
    }

    /** Reads of whole buffers by size: one panel for each state that the bytes were in, such as warm and fresh. */
    List<Panel> reads() {
        return reads;
    }

    /** Reads of damage: one panel a size. */
    List<Panel> damaged() {
        return damaged;
    }

    boolean hasLives(String size) {
        return lives.stream().anyMatch(panel -> size.equals(panel.fixed().get(Panel.SIZE)));
    }

    Times whole(String strategy, String size) {
        return reads.isEmpty()
                ? Times.missing("BufferRead was not measured")
                : figure(find(reads.get(0), strategy, cell -> isOf(cell, Panel.SIZE, size)), reads.get(0));
    }

    Times damage(String strategy, String size, String damage) {
        return from(damaged, "DamageRead", strategy, size, cell -> isOf(cell, DAMAGE, damage), CostInputs::figure);
    }

    /** Attaching, the first read of all, unmapping and closing. */
    Times life(String strategy, String size) {
        return from(lives, "PoolLifecycle", strategy, size, cell -> true, CostInputs::figure);
    }

    /** The first read of all, which is part of the life. */
    Times firstRead(String strategy, String size) {
        return from(
                lives,
                "PoolLifecycle",
                strategy,
                size,
                cell -> true,
                (cell, panel) -> cell.filter(found -> found.metrics().containsKey(FIRST_READ))
                        .map(found -> Times.measured(
                                found.metrics().get(FIRST_READ),
                                Set.of(found.cell().id())))
                        .orElseGet(() -> figure(cell, panel)));
    }

    /** A read of all that finds every page gone, or as many as the run took at most. */
    Times recovery(String strategy, String size) {
        return from(recoveries, "TruncationRecovery", strategy, size, cell -> true, CostInputs::figure);
    }

    private interface Taken {
        Times of(Optional<CellResult> cell, Panel panel);
    }

    private static Times from(
            List<Panel> panels,
            String benchmark,
            String strategy,
            String size,
            Predicate<CellResult> which,
            Taken taken) {
        Optional<Panel> source = panels.stream()
                .filter(panel -> size.equals(panel.fixed().get(Panel.SIZE)))
                .findFirst();
        return source.map(panel -> taken.of(find(panel, strategy, which), panel))
                .orElseGet(() -> Times.missing(benchmark + " was not measured at " + size));
    }

    private static Optional<CellResult> find(Panel panel, String strategy, Predicate<CellResult> which) {
        return panel.at(Panel.STRATEGY, strategy).stream().filter(which).findFirst();
    }

    private static boolean isOf(CellResult cell, String parameter, String value) {
        return value.equals(cell.cell().parameters().get(parameter));
    }

    static Times figure(Optional<CellResult> cell, Panel panel) {
        return cell.filter(found -> !found.figures().isEmpty())
                .map(found -> Times.measured(
                                found.figures(), Set.of(found.cell().id()))
                        .asTime(found.cell().id()))
                .orElseGet(() -> Times.missing(panel.title() + ": "
                        + cell.flatMap(CellResult::absence).map(Absence::reason).orElse("not asked")));
    }

    /** What each part of a cost was taken from. */
    Map<String, List<String>> sources() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put("reads", titles(reads));
        sources.put("damage", titles(damaged));
        sources.put("lives", titles(lives));
        sources.put("losses", titles(recoveries));
        return sources;
    }

    private static List<String> titles(List<Panel> panels) {
        return panels.stream().map(Panel::title).toList();
    }
}
