// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/**
 * All pairs over one quantity: every strategy that may be recommended and does not copy against every one that does.
 *
 * @param title what was measured, such as {@code DamageRead.damage, size=1080p, shape=one}
 * @param use what is done with the bytes
 * @param size of the buffer that the quantity is a part of; empty where it is the buffer's size itself
 * @param bufferBytes of that buffer; 0 where it is the buffer's size itself
 * @param places where it was measured, ascending
 * @param lines what was measured of each strategy, in the order of the manifest
 * @param pairs in the order of the manifest
 * @param note what else to know of the range; empty where nothing
 */
record BreakEvens(
        String title,
        Use use,
        Quantity quantity,
        String size,
        long bufferBytes,
        List<Place> places,
        List<Line> lines,
        List<BreakEven> pairs,
        String note) {

    /** What a quantity is: bytes of damage within a buffer, bytes of a buffer, or reads of one attached pool. */
    enum Quantity {
        DAMAGE,
        SIZE,
        READS
    }

    /** A measured place, such as {@code 5%}. */
    record Place(String label, double x) {}

    /** One strategy's times, one a place. */
    record Line(Eligibility strategy, List<Times> times, Curve curve) {}

    private static final String NOTHING_LOST = ", nothing lost";
    private static final String ALL_LOST = ", every pool lost at its last read";

    /** What is laid out over a quantity, and how to judge it. */
    record Maker(Costs costs, List<Eligibility> eligibilities, InterimAnalyses looks) {

        List<BreakEvens> all(List<Scenario> scenarios) {
            List<Scenario> kept = scenarios.stream()
                    .filter(scenario -> scenario.life().isKept())
                    .sorted(Comparator.comparingLong(Scenario::readBytes))
                    .toList();
            List<Optional<BreakEvens>> all = new ArrayList<>();
            for (Use use : Use.values()) {
                costs.damaged(use).forEach(panel -> all.add(damage(use, panel, kept)));
                costs.whole(use).forEach(panel -> all.add(bySize(use, panel)));
            }
            scenarios.stream()
                    .filter(scenario -> scenario.use() == Use.READ
                            && scenario.isWhole()
                            && scenario.life().isKept())
                    .forEach(whole -> {
                        all.add(reads(whole, 0));
                        all.add(reads(whole, 1));
                    });
            return all.stream().flatMap(Optional::stream).toList();
        }

        /** All of a buffer is taken from the reads of whole buffers, as in every cost, also where it was read as damage. */
        private Optional<BreakEvens> damage(Use use, Panel panel, List<Scenario> kept) {
            String size = panel.fixed().get(Panel.SIZE);
            List<Scenario> parts = kept.stream()
                    .filter(scenario -> scenario.use() == use && scenario.size().equals(size))
                    .toList();
            return parts.isEmpty()
                    ? Optional.empty()
                    : over(
                            panel.title(),
                            Quantity.DAMAGE,
                            parts.get(0),
                            parts.stream()
                                    .map(part -> new Place(part.damage(), part.readBytes()))
                                    .toList(),
                            strategy -> parts.stream()
                                    .map(part -> part.isWhole()
                                            ? costs.of(strategy, part)
                                            : Costs.figure(panel, strategy, Costs.DAMAGE, part.damage()))
                                    .toList(),
                            Scenario.WHOLE + " is from "
                                    + costs.whole(use).get(0).title());
        }

        private Optional<BreakEvens> bySize(Use use, Panel panel) {
            List<Place> places = panel.values(Panel.SIZE).stream()
                    .map(size -> panel.at(Panel.SIZE, size).get(0))
                    .map(CellResult::cell)
                    .filter(cell -> cell.bytesPerAccess() != null)
                    .map(cell -> new Place(cell.parameters().getOrDefault(Panel.SIZE, "-"), cell.bytesPerAccess()))
                    .sorted(Comparator.comparingDouble(Place::x))
                    .toList();
            return places.isEmpty()
                    ? Optional.empty()
                    : over(
                            panel.title(),
                            Quantity.SIZE,
                            new Scenario(use, "", 0, "", 0, Scenario.Life.KEPT),
                            places,
                            strategy -> places.stream()
                                    .map(place -> Costs.figure(panel, strategy, Panel.SIZE, place.label()))
                                    .toList(),
                            "");
        }

        private Optional<BreakEvens> over(
                String title,
                Quantity quantity,
                Scenario buffer,
                List<Place> places,
                Function<Eligibility, List<Times>> measured,
                String note) {
            List<Line> lines = new ArrayList<>();
            for (Eligibility strategy : eligibilities) {
                List<Times> times = measured.apply(strategy);
                NavigableMap<Double, Times> points = new TreeMap<>();
                for (int i = 0; i < places.size(); i++) {
                    if (!times.get(i).isMissing()) {
                        points.put(places.get(i).x(), times.get(i));
                    }
                }
                if (isCurve(times)) {
                    lines.add(new Line(strategy, times, Curve.through(points)));
                }
            }
            return compared(title, quantity, buffer, places, lines, note);
        }

        /** Over how often an attached pool is read: computed, not measured, and so known everywhere. */
        private Optional<BreakEvens> reads(Scenario whole, double losses) {
            List<Place> places = Scenario.READS.stream()
                    .map(reads -> new Place(Integer.toString(reads), reads))
                    .toList();
            List<Line> lines = new ArrayList<>();
            for (Eligibility strategy : eligibilities) {
                Times read = costs.of(strategy, whole);
                Curve curve = new Curve(
                        places.stream().map(Place::x).toList(),
                        true,
                        reads -> costs.ofLife(strategy, whole.size(), read, reads, losses));
                List<Times> times =
                        places.stream().map(place -> curve.at(place.x())).toList();
                if (isCurve(times)) {
                    lines.add(new Line(strategy, times, curve));
                }
            }
            return compared(
                    whole.size() + (losses == 0 ? NOTHING_LOST : ALL_LOST),
                    Quantity.READS,
                    whole,
                    places,
                    lines,
                    "computed from the life of a pool, the read and the recovery");
        }

        /** Known at two places at least, where there are as many: nothing can be drawn through a single one. */
        private static boolean isCurve(List<Times> times) {
            return times.stream().filter(time -> !time.isMissing()).count() >= Math.min(2, times.size());
        }

        private Optional<BreakEvens> compared(
                String title, Quantity quantity, Scenario buffer, List<Place> places, List<Line> lines, String note) {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BreakEvens(
                            title,
                            buffer.use(),
                            quantity,
                            buffer.size(),
                            buffer.bufferBytes(),
                            places,
                            lines,
                            pairs(lines),
                            note));
        }

        private List<BreakEven> pairs(List<Line> lines) {
            List<Line> eligible = lines.stream()
                    .filter(line -> line.strategy().mayBeRecommended())
                    .toList();
            List<BreakEven> pairs = new ArrayList<>();
            for (Line one : eligible) {
                for (Line other : eligible) {
                    Curve first = one.curve();
                    Curve second = other.curve();
                    if (!one.strategy().copies()
                            && other.strategy().copies()
                            && Math.max(first.low(), second.low()) <= Math.min(first.high(), second.high())
                            && haveCommonRound(one, other)) {
                        CrossoverScan.between(one.strategy(), first, other.strategy(), second, looks)
                                .ifPresent(pairs::add);
                    }
                }
            }
            return List.copyOf(pairs);
        }

        /** One that all measured places of both share, so that there is a ratio anywhere between them. */
        private static boolean haveCommonRound(Line one, Line other) {
            Set<Integer> common = null;
            for (Line line : List.of(one, other)) {
                for (Times times : line.times()) {
                    if (!times.isMissing()) {
                        common = common == null ? new HashSet<>(times.ns().keySet()) : common;
                        common.retainAll(times.ns().keySet());
                    }
                }
            }
            return common != null && !common.isEmpty();
        }
    }

    /** Of the pools that are attached, the share whose last read is lost: none or all. */
    int losses() {
        return title.endsWith(NOTHING_LOST) ? 0 : 1;
    }

    /** A place on the quantity's quantity: {@code 83.0 kB (1.0%)}, {@code 8.29 MB} or {@code 12 reads}. */
    String place(double x) {
        return switch (quantity) {
            case READS -> Numbers.plain(Math.rint(x * 10) / 10) + (x == 1 ? " read" : " reads");
            case SIZE -> Numbers.bytes(x);
            case DAMAGE ->
                Numbers.bytes(x) + " (" + Numbers.significantDigits(100 * x / bufferBytes, x < bufferBytes / 10 ? 2 : 3)
                        + "% of " + size + ")";
        };
    }

    /** The same as a figure: where the two of a pair change places, or where a zone of one winner ends. */
    Value place(BreakEven pair, String what, double x) {
        return Value.plain(
                new Origin(
                        Statistic.BREAK_EVEN,
                        what + " " + quantity + " of " + title + ": "
                                + pair.first().id() + " or " + pair.second().id()),
                x,
                quantity == Quantity.READS ? "reads" : "B",
                place(x));
    }

    /** From one end to the other. */
    Sentence range(BreakEven pair) {
        Value low = place(pair, "end", pair.low());
        return pair.low() == pair.high()
                ? Sentence.join(low)
                : Sentence.join(low, " to ", place(pair, "end", pair.high()));
    }

    /** The least ratio of a pair at a measured place. */
    Value least(BreakEven pair) {
        return Value.ratio(
                new Origin(
                        Statistic.COST_RATIO,
                        "least " + quantity + " of " + title + " at " + Numbers.plain(pair.leastAt()) + ": "
                                + pair.second().id() + " over " + pair.first().id()),
                pair.least());
    }
}
