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
    private final List<Eligibility> standings;
    private final InterimAnalyses looks;

    CurveMaker(CostInputs inputs, CostModel costs, List<Eligibility> standings, InterimAnalyses looks) {
        this.inputs = inputs;
        this.costs = costs;
        this.standings = standings;
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
        String size = panel.fixed().get(CostInputs.SIZE);
        List<Scenario> kept = scenarios.stream()
                .filter(scenario -> scenario.size().equals(size) && scenario.life().isKept())
                .sorted(Comparator.comparingLong(Scenario::readBytes))
                .toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<Place> places = kept.stream().map(of -> new Place(of.damage(), of.readBytes())).toList();
        List<Line> lines = lines(standing -> kept.stream()
                .map(scenario -> scenario.isWhole() ? costs.of(standing, scenario) : ofDamage(panel, standing, scenario.damage()))
                .toList());
        return measured(new BreakEvens(panel.title(), Axis.DAMAGE, size, kept.get(0).bufferBytes(), places, lines, List.of(),
                Scenario.WHOLE + " is from " + inputs.reads().get(0).title()));
    }

    private static Times ofDamage(Panel panel, Eligibility standing, String damage) {
        return CostInputs.figure(panel.at(Panel.STRATEGY, standing.id()).stream()
                .filter(cell -> BreakEvens.label(cell, CostInputs.DAMAGE).equals(damage)).findFirst(), panel);
    }

    private Optional<BreakEvens> bySize(Panel panel) {
        List<CellResult> bySize = panel.values(CostInputs.SIZE).stream()
                .map(size -> panel.at(CostInputs.SIZE, size).get(0))
                .filter(cell -> cell.cell().bytesPerAccess() != null)
                .sorted(Comparator.comparingLong(cell -> cell.cell().bytesPerAccess()))
                .toList();
        List<Place> places = bySize.stream()
                .map(cell -> new Place(BreakEvens.label(cell, CostInputs.SIZE), cell.cell().bytesPerAccess()))
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = lines(standing -> places.stream().map(place -> CostInputs.figure(panel.at(Panel.STRATEGY, standing.id())
                .stream().filter(cell -> BreakEvens.label(cell, CostInputs.SIZE).equals(place.label())).findFirst(), panel)).toList());
        return measured(new BreakEvens(panel.title(), Axis.SIZE, "", 0, places, lines, List.of(), ""));
    }

    private Optional<BreakEvens> measured(BreakEvens frame) {
        return withPairs(frame, line -> {
            List<Curve.Point> points = IntStream.range(0, frame.places().size())
                    .filter(i -> !line.times().get(i).isMissing())
                    .mapToObj(i -> new Curve.Point(frame.places().get(i).x(), line.times().get(i)))
                    .toList();
            return Curve.through(points);
        });
    }

    private Optional<BreakEvens> reads(Scenario whole, double losses) {
        List<Place> places = Scenarios.READS.stream().map(reads -> new Place(Integer.toString(reads), reads)).toList();
        Function<Eligibility, Curve> curve = standing -> new LifeCurve(costs, standing, whole, losses);
        List<Line> lines = lines(standing -> places.stream().map(place -> curve.apply(standing).at(place.x())).toList());
        return withPairs(new BreakEvens(whole.size() + (losses == 0 ? ", nothing lost" : ", every pool lost at its last read"),
                Axis.READS, whole.size(), whole.bufferBytes(), places, lines, List.of(),
                "computed from the life of a pool, the read and the recovery"), line -> curve.apply(line.standing()));
    }

    private List<Line> lines(Function<Eligibility, List<Times>> times) {
        return standings.stream()
                .map(standing -> new Line(standing, times.apply(standing)))
                .filter(line -> isCurve(line.times()))
                .toList();
    }

    /** Known at two places at least, where there are as many: nothing can be drawn through a single one. */
    private static boolean isCurve(List<Times> times) {
        return times.stream().filter(of -> !of.isMissing()).count() >= Math.min(2, times.size());
    }

    private Optional<BreakEvens> withPairs(BreakEvens frame, Function<Line, Curve> curve) {
        return frame.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(new BreakEvens(frame.title(), frame.axis(), frame.size(), frame.bufferBytes(), frame.places(),
                        frame.lines(), new BreakEvenSearch(frame.lines(), looks).over(curve), frame.note()));
    }
}
