// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nofaultbench.reports.advice.BreakEvens.Axis;
import org.nofaultbench.reports.advice.BreakEvens.Line;
import org.nofaultbench.reports.advice.BreakEvens.Place;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.analysis.Panel;

/** Lays out what was measured over each quantity and finds the places where strategies change. */
final class CurveMaker {

    private static final double ALL_LOST = 1;

    private final CostInputs inputs;
    private final CostModel costs;
    private final List<Eligibility> eligibilities;
    private final InterimAnalyses looks;

    CurveMaker(CostInputs inputs, CostModel costs, List<Eligibility> eligibilities, InterimAnalyses looks) {
        this.inputs = inputs;
        this.costs = costs;
        this.eligibilities = eligibilities;
        this.looks = looks;
    }

    List<BreakEvens> all(List<Scenario> scenarios) {
        List<BreakEvens> all = new ArrayList<>();
        inputs.damaged().forEach(panel -> damage(panel, scenarios).ifPresent(all::add));
        inputs.reads().forEach(panel -> bySize(panel).ifPresent(all::add));
        scenarios.stream()
                .filter(scenario -> scenario.isWhole() && scenario.life().isKept())
                .forEach(scenario -> {
                    reads(scenario, 0).ifPresent(all::add);
                    reads(scenario, ALL_LOST).ifPresent(all::add);
                });
        return all;
    }

    /** All of a buffer is taken from the reads of whole buffers, as in every cost, also where it was read as damage. */
    private Optional<BreakEvens> damage(Panel panel, List<Scenario> scenarios) {
        String size = panel.fixed().get(Panel.SIZE);
        List<Scenario> kept = scenarios.stream()
                .filter(scenario ->
                        scenario.size().equals(size) && scenario.life().isKept())
                .sorted(Comparator.comparingLong(Scenario::readBytes))
                .toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<Place> places = kept.stream()
                .map(read -> new Place(read.damage(), read.readBytes()))
                .toList();
        List<Line> lines = lines(strategy -> kept.stream()
                .map(scenario -> scenario.isWhole()
                        ? costs.of(strategy, scenario)
                        : ofDamage(panel, strategy, scenario.damage()))
                .toList());
        return measured(new BreakEvens(
                panel.title(),
                Axis.DAMAGE,
                size,
                kept.get(0).bufferBytes(),
                places,
                lines,
                List.of(),
                Scenario.WHOLE + " is from " + inputs.reads().get(0).title()));
    }

    private static Times ofDamage(Panel panel, Eligibility strategy, String damage) {
        return CostInputs.figure(
                panel.at(Panel.STRATEGY, strategy.id()).stream()
                        .filter(cell ->
                                BreakEvens.label(cell, CostInputs.DAMAGE).equals(damage))
                        .findFirst(),
                panel);
    }

    private Optional<BreakEvens> bySize(Panel panel) {
        List<CellResult> bySize = panel.values(Panel.SIZE).stream()
                .map(size -> panel.at(Panel.SIZE, size).get(0))
                .filter(cell -> cell.cell().bytesPerAccess() != null)
                .sorted(Comparator.comparingLong(cell -> cell.cell().bytesPerAccess()))
                .toList();
        List<Place> places = bySize.stream()
                .map(cell -> new Place(
                        BreakEvens.label(cell, Panel.SIZE), cell.cell().bytesPerAccess()))
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = lines(strategy -> places.stream()
                .map(place -> CostInputs.figure(
                        panel.at(Panel.STRATEGY, strategy.id()).stream()
                                .filter(cell ->
                                        BreakEvens.label(cell, Panel.SIZE).equals(place.label()))
                                .findFirst(),
                        panel))
                .toList());
        return measured(new BreakEvens(panel.title(), Axis.SIZE, "", 0, places, lines, List.of(), ""));
    }

    private Optional<BreakEvens> measured(BreakEvens frame) {
        return withPairs(frame, line -> {
            List<Curve.Point> points = IntStream.range(0, frame.places().size())
                    .filter(i -> !line.times().get(i).isMissing())
                    .mapToObj(i -> new Curve.Point(
                            frame.places().get(i).x(), line.times().get(i)))
                    .toList();
            return Curve.through(points);
        });
    }

    private Optional<BreakEvens> reads(Scenario whole, double losses) {
        List<Place> places = Scenario.READS.stream()
                .map(reads -> new Place(Integer.toString(reads), reads))
                .toList();
        Function<Eligibility, Curve> curve = strategy -> new Curve.OfLife(costs, strategy, whole, losses);
        List<Line> lines = lines(strategy -> places.stream()
                .map(place -> curve.apply(strategy).at(place.x()))
                .toList());
        return withPairs(
                new BreakEvens(
                        whole.size() + (losses == 0 ? BreakEvens.NOTHING_LOST : ", every pool lost at its last read"),
                        Axis.READS,
                        whole.size(),
                        whole.bufferBytes(),
                        places,
                        lines,
                        List.of(),
                        "computed from the life of a pool, the read and the recovery"),
                line -> curve.apply(line.strategy()));
    }

    private List<Line> lines(Function<Eligibility, List<Times>> times) {
        return eligibilities.stream()
                .map(strategy -> new Line(strategy, times.apply(strategy)))
                .filter(line -> isCurve(line.times()))
                .toList();
    }

    /** Known at two places at least, where there are as many: nothing can be drawn through a single one. */
    private static boolean isCurve(List<Times> times) {
        return times.stream().filter(time -> !time.isMissing()).count() >= Math.min(2, times.size());
    }

    private Optional<BreakEvens> withPairs(BreakEvens frame, Function<Line, Curve> curve) {
        return frame.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(new BreakEvens(
                        frame.title(),
                        frame.axis(),
                        frame.size(),
                        frame.bufferBytes(),
                        frame.places(),
                        frame.lines(),
                        CrossoverScan.pairs(frame.lines(), looks, curve),
                        frame.note()));
    }
}
