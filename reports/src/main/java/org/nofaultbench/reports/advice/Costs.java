// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.CellResult.Absence;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Percent;

/**
 * What one read costs, with its share of the pool's life:
 *
 * <pre>
 *   kept pool:           read
 *   pool of N reads:     (life + (N - 1) read + losses (recovery - last read)) / N
 * </pre>
 *
 * <p>read: one access, begin and end included (StagedRead, BufferRead, DamageRead); life: attach, first read of the whole
 * buffer, unmap and close (PoolLifecycle); recovery: an access that finds the whole buffer gone (TruncationRecovery). A loss ends the pool's
 * life, so that attaching anew is the next pool's; it is taken to hit the last read, which then costs a recovery and not a
 * read. Reads of damage that are lost cost less than that: it is the worst case, for every strategy alike. Where a run asked a
 * benchmark in several ways, the first in display order counts, and {@link #sources} names it.
 */
final class Costs {

    static final String DAMAGE = "damage";
    /** Damage of one rectangle; the others are about layout, not about how much is read. */
    private static final String ONE = "one";

    private final Map<Use, List<Panel>> whole = new EnumMap<>(Use.class);
    private final Map<Use, List<Panel>> damaged = new EnumMap<>(Use.class);
    private final List<Panel> lives;
    private final List<Panel> recoveries;

    Costs(Analysis analysis) {
        List<Panel> staged = measured(analysis, "StagedRead", Set.of(Panel.STRATEGY, Panel.SIZE));
        List<Panel> parts = measured(analysis, "DamageRead", Set.of(Panel.STRATEGY, DAMAGE)).stream()
                .filter(panel -> panel.fixed().getOrDefault("shape", ONE).equals(ONE))
                .toList();
        for (Use use : Use.values()) {
            whole.put(use, of(use, staged));
            damaged.put(use, of(use, parts));
        }
        whole.put(Use.READ, measured(analysis, "BufferRead", Set.of(Panel.STRATEGY, Panel.SIZE)));
        lives = measured(analysis, "PoolLifecycle", Set.of(Panel.STRATEGY));
        recoveries = measured(analysis, "TruncationRecovery", Set.of(Panel.STRATEGY)).stream()
                .sorted(Comparator.comparingDouble(
                        panel -> -Percent.parse(panel.fixed().getOrDefault("lost", "0%"))
                                .map(Percent::value)
                                .orElse(0.0)))
                .toList();
    }

    /** Panels that have a figure, without those whose rows are not compared with the others, and in nanoseconds only. */
    private static List<Panel> measured(Analysis analysis, String benchmark, Set<String> axes) {
        List<CellResult> asked = analysis.cells().stream()
                .filter(cell -> cell.cell().benchmark().equals(benchmark))
                .toList();
        return analysis.panels(asked, axes).stream()
                .filter(panel -> !panel.isApart()
                        && panel.cells().stream().anyMatch(CellResult::hasFigure)
                        && "ns/op".equals(panel.fixed().get("unit")))
                .toList();
    }

    /** Panels of one read loop; a benchmark that names none reads. */
    private static List<Panel> of(Use use, List<Panel> panels) {
        return panels.stream()
                .filter(panel ->
                        panel.fixed().getOrDefault("kernel", Use.READ.loop()).equals(use.loop()))
                .toList();
    }

    /** Whole buffers by size: one panel for each state that the bytes were in, such as warm and fresh. */
    List<Panel> whole(Use use) {
        return whole.get(use);
    }

    /** Damage: one panel a size. */
    List<Panel> damaged(Use use) {
        return damaged.get(use);
    }

    boolean hasLives(String size) {
        return ofSize(lives, size).isPresent();
    }

    static Optional<Panel> ofSize(List<Panel> panels, String size) {
        return panels.stream()
                .filter(panel -> size.equals(panel.fixed().get(Panel.SIZE)))
                .findFirst();
    }

    /** Of one read, by round; says what is missing where it cannot be told. */
    Times of(Eligibility strategy, Scenario scenario) {
        Times read = read(strategy, scenario, scenario.isKept());
        return scenario.isKept() ? read : ofLife(strategy, scenario.size(), read, scenario.reads(), scenario.losses());
    }

    /** @param besideOthers whether it is compared as it is, or added to what forks of the same rounds took */
    Times read(Eligibility strategy, Scenario scenario, boolean besideOthers) {
        return scenario.isWhole()
                ? ofWhole(strategy, scenario.use(), scenario.size(), besideOthers)
                : part(
                        damaged(scenario.use()),
                        "DamageRead",
                        scenario.size(),
                        panel -> at(panel, strategy, DAMAGE, scenario.damage(), besideOthers));
    }

    Times ofWhole(Eligibility strategy, Use use, String size, boolean besideOthers) {
        return at(whole(use).get(0), strategy, Panel.SIZE, size, besideOthers);
    }

    /** A client that sealed its file cannot take its bytes away, so what needs its help has no losses. */
    Times ofLife(Eligibility strategy, String size, Times read, double reads, double losses) {
        Times pool = part(lives, "PoolLifecycle", size, panel -> figure(panel, strategy))
                .plus(read.times(reads - 1));
        if (losses > 0 && !strategy.needsClient()) {
            Times last = reads == 1 ? part(lives, "PoolLifecycle", size, panel -> firstRead(panel, strategy)) : read;
            Times recovery = part(recoveries, "TruncationRecovery", size, panel -> figure(panel, strategy));
            pool = pool.plus(recovery.minus(last).times(losses));
        }
        return pool.times(1 / reads).asTime("the sum of a pool's life");
    }

    private static Times part(List<Panel> panels, String benchmark, String size, Function<Panel, Times> figure) {
        return ofSize(panels, size)
                .map(figure)
                .orElseGet(() -> Times.missing(benchmark + " was not measured at " + size));
    }

    /**
     * A strategy at one value of an axis. Where all strategies there took turns with one baseline, what is compared is the ratio
     * to it in each round, at the baseline's median: processes of their own differ by where their memory lies, and there are few.
     */
    static Times at(Panel panel, Eligibility strategy, String axis, String value, boolean besideOthers) {
        Panel place = new Panel(panel.fixed(), panel.at(axis, value));
        Optional<CellResult> baseline = besideOthers ? baselineOfAll(place) : Optional.empty();
        return find(place, strategy)
                .filter(CellResult::hasFigure)
                .flatMap(cell -> baseline.map(control -> byTurns(cell, control, place)))
                .orElseGet(() -> figure(place, strategy));
    }

    private static Optional<CellResult> baselineOfAll(Panel place) {
        List<CellResult> measured =
                place.cells().stream().filter(CellResult::hasFigure).toList();
        return measured.stream()
                .filter(one -> measured.size() > 1
                        && measured.stream()
                                .allMatch(cell -> cell.equals(one)
                                        || cell.pairedForks().isPresent()
                                                && one.id().equals(cell.cell().baseline())))
                .findFirst();
    }

    private static Times byTurns(CellResult cell, CellResult baseline, Panel place) {
        double ns = baseline.figure().orElseThrow().median();
        if (cell.equals(baseline)) {
            Map<Integer, Double> everyRound = new TreeMap<>();
            place.cells().stream()
                    .flatMap(other -> other.pairedForks().stream())
                    .flatMap(pair -> pair.rounds().stream())
                    .forEach(round -> everyRound.put(round, ns));
            return Times.measured(
                    everyRound, place.cells().stream().map(CellResult::id).collect(Collectors.toSet()));
        }
        PairedRounds pair = cell.pairedForks().orElseThrow();
        return Times.measured(pair.candidate(), Set.of(cell.id()))
                .with(Times.measured(pair.baseline(), Set.of(baseline.id())), (own, other) -> own / other * ns)
                .asTime(cell.id());
    }

    private static Times figure(Panel panel, Eligibility strategy) {
        Optional<CellResult> cell = find(panel, strategy);
        return cell.filter(CellResult::hasFigure)
                .map(found ->
                        Times.measured(found.figures(), Set.of(found.id())).asTime(found.id()))
                .orElseGet(() -> Times.missing(panel.title() + ": "
                        + cell.flatMap(CellResult::absence).map(Absence::reason).orElse("not asked")));
    }

    /** Of a life, where the run recorded it. */
    private static Times firstRead(Panel panel, Eligibility strategy) {
        return find(panel, strategy)
                .filter(found -> found.metrics().containsKey("firstReadNs"))
                .map(found -> Times.measured(found.metrics().get("firstReadNs"), Set.of(found.id())))
                .orElseGet(() -> figure(panel, strategy));
    }

    private static Optional<CellResult> find(Panel panel, Eligibility strategy) {
        return panel.at(Panel.STRATEGY, strategy.id()).stream().findFirst();
    }

    /** What each part of a cost was taken from. */
    Map<String, List<String>> sources() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put("uploads", titles(whole(Use.UPLOAD)));
        sources.put("blends", titles(whole(Use.BLEND)));
        sources.put("reads", titles(whole(Use.READ)));
        sources.put(
                "damage", titles(damaged.values().stream().flatMap(List::stream).toList()));
        sources.put("lives", titles(lives));
        sources.put("losses", titles(recoveries));
        return sources;
    }

    private static List<String> titles(List<Panel> panels) {
        return panels.stream().map(Panel::title).toList();
    }
}
