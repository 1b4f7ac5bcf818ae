// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nofaultbench.reports.advice.BreakEvens.Quantity;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Verdict;

/** Where do copying and not copying change places? */
record BreakEvenSection(Advice advice) {

    private static final double FAR_APART = 20;

    List<Content> contents() {
        AnchorIds anchors = new AnchorIds("break-even");
        List<Block> blocks = new ArrayList<>();
        for (BreakEvens over : advice.breakEvens()) {
            if (!over.pairs().isEmpty()) {
                if (over.places().size() > 1) {
                    blocks.add(chart(over, anchors.idFor(over.title())));
                }
                blocks.add(curves(over));
                if (changing(over).findAny().isPresent()) {
                    blocks.add(pairs(over));
                }
                losing(over).ifPresent(blocks::add);
                wide(over).ifPresent(blocks::add);
            }
        }
        return Content.unlessEmpty(
                "break-even",
                "Where copying begins to pay",
                "Every recommendable strategy that does not copy against every one that copies. Between two"
                        + " measured places each round is interpolated linearly on logarithmic axes; a crossover is"
                        + " the root of the logarithm of the median ratio (Brent's method). Nothing is extrapolated."
                        + " The interval of a crossover is where neither strategy is shown to take less time, all"
                        + " places of a pair judged together; charts shade it.",
                blocks);
    }

    /** The first choice, what copies, and whatever else changes places somewhere; more lines would hide one another. */
    private Chart chart(BreakEvens over, String id) {
        Set<Eligibility> drawn = Stream.of(
                        advice.firstChoice().stream(),
                        over.pairs().stream().map(BreakEven::second),
                        changing(over).map(BreakEven::first))
                .flatMap(strategies -> strategies)
                .distinct()
                .limit(Chart.MOST_SERIES)
                .collect(Collectors.toSet());
        Palette palette = new Palette(advice.analysis());
        List<Chart.Series> series = over.curves().stream()
                .filter(curve -> drawn.contains(curve.strategy()))
                .map(curve -> new Chart.Series(
                        curve.strategy().name(),
                        palette.styleOf(curve.strategy().id()),
                        marks(over, curve)))
                .toList();
        String across = over.quantity().label()
                + (over.quantity() == Quantity.DAMAGE ? " of " + over.buffer().size() : "");
        // Only bands with a crossover in them: two strategies alike everywhere have none.
        List<Interval> undecided = over.pairs().stream()
                .flatMap(pair -> pair.zones().stream()
                        .filter(zone -> pair.crossings().stream().anyMatch(x -> zone.from() <= x && x <= zone.to())))
                .map(zone -> new Interval(zone.from(), zone.to()))
                .distinct()
                .toList();
        String shaded = undecided.isEmpty()
                ? "No two of them cross."
                : Plural.of(undecided.size(), "shaded band is", "shaded bands are")
                        + " undecided between two strategies; the table names them.";
        return new Chart.Lines(
                id,
                "Break-even, " + over.title(),
                "Time of one read in microseconds by " + across + ", on logarithmic axes, from " + over.title() + ". "
                        + shaded,
                new Chart.Axis("one read", Scale.MICROSECONDS, true),
                series,
                across + (over.quantity() == Quantity.READS ? "" : ", bytes"),
                over.places(),
                undecided);
    }

    private static Stream<BreakEven> changing(BreakEvens over) {
        return over.pairs().stream().filter(pair -> !pair.isEverywhere(Verdict.SLOWER));
    }

    private static List<Chart.Mark> marks(BreakEvens over, Curve curve) {
        return IntStream.range(0, over.places().size())
                .boxed()
                .flatMap(index -> figure(over, curve, over.places().get(index)).stream()
                        .map(figure -> new Chart.Mark(index, figure.value())))
                .toList();
    }

    private static Optional<Entry.Figure> figure(BreakEvens over, Curve curve, Chart.Position place) {
        Scenario buffer = over.buffer();
        String key = over.quantity() == Quantity.READS
                ? buffer.in((int) place.value(), buffer.losses()).key()
                : "turns";
        return curve.known(place.value())
                .map(times -> times.figure(key + " strategy=" + curve.strategy().id(), Scale.MICROSECONDS));
    }

    private static Table curves(BreakEvens over) {
        String note = over.note().isEmpty() ? "" : "; " + over.note();
        Table.Builder<Curve> table = Table.ofStrategies(
                over.title() + ", time of one read, \u00b5s" + note,
                over.curves(),
                curve -> curve.strategy().strategy());
        over.places().forEach(place -> table.column(place.label(), curve -> figure(over, curve, place)));
        return table.table();
    }

    private static Table pairs(BreakEvens over) {
        String caption = over.title() + ", who takes less time";
        return Table.of(
                        caption,
                        "pair",
                        changing(over).toList(),
                        pair -> pair.first().name() + " or " + pair.second().name())
                .column(
                        "crossover at",
                        pair -> pair.crossings().isEmpty()
                                ? Sentence.of("nowhere from {}", over.range(pair))
                                : Sentence.list(
                                        ", ",
                                        pair.crossings().stream()
                                                .map(x -> over.place(pair, "crossing", x))
                                                .toList()))
                .column("who takes less time where", pair -> zones(over, pair))
                .column(
                        "smallest ratio of the copy to the other",
                        pair -> Sentence.of("{} at {}", over.least(pair), over.place(pair, "end", pair.leastAt())))
                .table();
    }

    private static Sentence zones(BreakEvens over, BreakEven pair) {
        return Sentence.list(
                "; ",
                pair.zones().stream()
                        .map(zone -> Sentence.of(
                                "{} to {}: {}",
                                over.place(pair, "zone", zone.from()),
                                over.place(pair, "zone", zone.to()),
                                winner(pair, zone.second())))
                        .toList());
    }

    private static String winner(BreakEven pair, Verdict second) {
        return switch (second) {
            case SLOWER -> pair.first().name();
            case FASTER -> pair.second().name();
            case EQUIVALENT -> "either, the same within the margin";
            case UNDECIDED -> "undecided";
            case TOO_FEW -> "too few rounds";
        };
    }

    private static Optional<Block> losing(BreakEvens over) {
        List<BreakEven> losing = over.pairs().stream()
                .filter(pair -> pair.isEverywhere(Verdict.SLOWER))
                .toList();
        return losing.stream()
                .min(Comparator.comparingDouble(pair -> pair.least().median()))
                .map(closest -> new Prose(Sentence.of(
                        "Copying takes longer everywhere, from {}, in {} {}; at best a copy takes {} as long.",
                        over.range(losing.get(0)),
                        AdviceSentences.count("losing pairs " + over.title(), losing.size()),
                        losing.size() == 1 ? "pair" : "pairs",
                        over.least(closest))));
    }

    /** Caches lie between sizes that are far apart, and there a line is not straight. */
    private static Optional<Block> wide(BreakEvens over) {
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < over.places().size() && over.quantity() != Quantity.READS; i++) {
            Chart.Position below = over.places().get(i - 1);
            Chart.Position above = over.places().get(i);
            double factor = above.value() / below.value();
            if (factor > FAR_APART) {
                gaps.add("Between " + below.label() + " and " + above.label() + " lies a factor of "
                        + Numbers.significantDigits(factor, 2)
                        + ": a crossover there depends on linear interpolation. Measure a size between, as the preset"
                        + " full does.");
            }
        }
        return gaps.isEmpty() ? Optional.empty() : Optional.of(new Prose(String.join(" ", gaps)));
    }
}
