// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Chart.Position;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/**
 * All pairs over one quantity: every strategy that may be recommended and does not copy against every one that does.
 *
 * @param title what was measured, such as {@code DamageRead.damage, size=1080p, shape=one}
 * @param buffer what is read; without a size where the quantity is the buffer's size itself
 * @param places where it was measured, ascending
 * @param curves what was measured of each strategy, in the order of the manifest
 * @param pairs in the order of the manifest
 * @param note what else to know of the range; empty where nothing
 */
record BreakEvens(
        String title,
        Quantity quantity,
        Scenario buffer,
        List<Position> places,
        List<Curve> curves,
        List<BreakEven> pairs,
        String note) {

    /** What a quantity is. */
    enum Quantity {
        /** Bytes of damage within a buffer. */
        DAMAGE("damageBytes", "damage"),
        /** Bytes of a buffer. */
        SIZE("bufferBytes", "buffer size"),
        /** Reads of one attached pool. */
        READS("readsPerAttach", "reads of one attached pool");

        private final String field;
        private final String label;

        Quantity(String field, String label) {
            this.field = field;
            this.label = label;
        }

        /** As {@code advice.json} names it. */
        String field() {
            return field;
        }

        String label() {
            return label;
        }
    }

    /** What is laid out over a quantity, and how to judge it. */
    record Maker(Costs costs, List<Eligibility> eligibilities, InterimAnalyses looks) {

        List<BreakEvens> all(List<Scenario> scenarios) {
            List<Scenario> kept = scenarios.stream()
                    .filter(Scenario::isKept)
                    .sorted(Comparator.comparingLong(Scenario::readBytes))
                    .toList();
            List<BreakEvens> all = new ArrayList<>();
            for (Use use : Use.values()) {
                costs.damaged(use).forEach(panel -> damage(use, panel, kept).ifPresent(all::add));
                costs.whole(use).forEach(panel -> bySize(use, panel).ifPresent(all::add));
            }
            scenarios.stream()
                    .filter(scenario -> scenario.use() == Use.READ && scenario.isWhole() && scenario.isKept())
                    .forEach(whole -> {
                        reads(whole, 0, "nothing lost").ifPresent(all::add);
                        reads(whole, 1, "every pool lost at its last read").ifPresent(all::add);
                    });
            return all;
        }

        /** All of a buffer is taken from the reads of whole buffers, as in every cost, also where it was read as damage. */
        private Optional<BreakEvens> damage(Use use, Panel panel, List<Scenario> kept) {
            String size = panel.fixed().get(Panel.SIZE);
            List<Scenario> parts = kept.stream()
                    .filter(part -> part.use() == use && part.size().equals(size))
                    .toList();
            List<Position> places = parts.stream()
                    .map(part -> new Position(part.damage(), part.readBytes()))
                    .toList();
            BiFunction<Eligibility, String, Times> times = (strategy, damage) -> damage.equals(Scenario.WHOLE)
                    ? costs.ofWhole(strategy, use, size, true)
                    : Costs.at(panel, strategy, Costs.DAMAGE, damage, true);
            return parts.stream()
                    .findFirst()
                    .flatMap(buffer -> over(
                            panel.title(),
                            Quantity.DAMAGE,
                            buffer,
                            places,
                            strategy -> measured(strategy, places, times),
                            Scenario.WHOLE + " is from "
                                    + costs.whole(use).get(0).title()));
        }

        private Optional<BreakEvens> bySize(Use use, Panel panel) {
            List<Position> places = panel.values(Panel.SIZE).stream()
                    .map(size -> panel.at(Panel.SIZE, size).get(0))
                    .filter(cell -> cell.cell().bytesPerAccess() != null)
                    .map(cell ->
                            new Position(cell.parameter(Panel.SIZE), cell.cell().bytesPerAccess()))
                    .sorted(Comparator.comparingDouble(Position::value))
                    .toList();
            BiFunction<Eligibility, String, Times> times =
                    (strategy, size) -> Costs.at(panel, strategy, Panel.SIZE, size, true);
            return over(
                    panel.title(),
                    Quantity.SIZE,
                    Scenario.kept(use, "", 0, "", 0),
                    places,
                    strategy -> measured(strategy, places, times),
                    "");
        }

        /** @param times of a strategy at a place's label */
        private static Curve measured(
                Eligibility strategy, List<Position> places, BiFunction<Eligibility, String, Times> times) {
            NavigableMap<Double, Times> points = new TreeMap<>();
            places.forEach(place -> points.put(place.value(), times.apply(strategy, place.label())));
            return Curve.through(strategy, points);
        }

        /** Over how often an attached pool is read: computed, not measured, and so known everywhere. */
        private Optional<BreakEvens> reads(Scenario whole, double losses, String lost) {
            List<Double> places =
                    Scenario.READS.stream().map(Integer::doubleValue).toList();
            return over(
                    whole.size() + ", " + lost,
                    Quantity.READS,
                    whole.in(0, losses),
                    places.stream()
                            .map(reads -> new Position(Numbers.plain(reads), reads))
                            .toList(),
                    strategy -> {
                        Times read = costs.read(strategy, whole, false);
                        return new Curve(
                                strategy,
                                places,
                                true,
                                reads -> costs.ofLife(strategy, whole.size(), read, reads, losses));
                    },
                    "computed from the life of a pool, the read and the recovery");
        }

        /** Of curves that are known at two places at least, where there are as many: nothing can be drawn through a single one. */
        private Optional<BreakEvens> over(
                String title,
                Quantity quantity,
                Scenario buffer,
                List<Position> places,
                Function<Eligibility, Curve> curve,
                String note) {
            List<Curve> curves = eligibilities.stream()
                    .map(curve)
                    .filter(made -> made.known().size() >= Math.max(1, Math.min(2, places.size())))
                    .toList();
            return curves.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BreakEvens(title, quantity, buffer, places, curves, pairs(curves), note));
        }

        private List<BreakEven> pairs(List<Curve> curves) {
            List<Curve> eligible = curves.stream()
                    .filter(curve -> curve.strategy().mayBeRecommended())
                    .toList();
            return eligible.stream()
                    .filter(first -> !first.strategy().copies())
                    .flatMap(first -> eligible.stream()
                            .filter(second -> second.strategy().copies() && overlap(first, second))
                            .flatMap(second -> CrossoverScan.between(first, second, looks).stream()))
                    .toList();
        }

        /** Whether both are known somewhere, with a round that all their places share: then there is a ratio anywhere between. */
        private static boolean overlap(Curve first, Curve second) {
            return Math.max(first.low(), second.low()) <= Math.min(first.high(), second.high())
                    && Stream.concat(first.known().stream(), second.known().stream())
                            .reduce(Times::plus)
                            .filter(sum -> !sum.isMissing())
                            .isPresent();
        }
    }

    /**
     * A place on the quantity's axis, such as {@code 83.0 kB (1.0%)}, {@code 8.29 MB} or {@code 12 reads}: where the two of a pair
     * change places, or where a zone of one winner ends.
     */
    Value place(BreakEven pair, String what, double x) {
        String detail = what + " " + quantity + " of " + title + ": "
                + pair.first().id() + " or " + pair.second().id();
        double share = x / buffer.bufferBytes();
        String text = switch (quantity) {
            case READS -> Numbers.plain(Math.rint(x * 10) / 10) + (x == 1 ? " read" : " reads");
            case SIZE -> Numbers.bytes(x);
            case DAMAGE ->
                Numbers.bytes(x) + " ("
                        + Numbers.significantDigits(100 * x / buffer.bufferBytes(), share < 0.1 ? 2 : 3) + "% of "
                        + buffer.size() + ")";
        };
        Origin origin = new Origin(Statistic.BREAK_EVEN, detail);
        return Value.plain(origin, x, quantity == Quantity.READS ? "reads" : "B", text);
    }

    /** From one end to the other. */
    Sentence range(BreakEven pair) {
        Value low = place(pair, "end", pair.low());
        return pair.low() == pair.high()
                ? Sentence.join(low)
                : Sentence.of("{} to {}", low, place(pair, "end", pair.high()));
    }

    /** The least ratio of a pair at a measured place. */
    Value least(BreakEven pair) {
        String detail = "least " + quantity + " of " + title + " at " + Numbers.plain(pair.leastAt()) + ": "
                + pair.second().id() + " over " + pair.first().id();
        return Value.ratio(new Origin(Statistic.COST_RATIO, detail), pair.least());
    }
}
