// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Zone.Winner;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Estimate;

/** Where do copying and not copying change places? */
final class AdviceBreakEvenSection implements AdviceSection {

    private static final String ID = "break-even";
    private static final String TITLE = "Where copying begins to pay";
    private static final double FAR_APART = 20;

    @Override
    public List<Content> of(Advice advice) {
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (BreakEvens over : advice.breakEvens()) {
            if (!over.pairs().isEmpty()) {
                new AdviceBreakEvenChart(advice, over).drawn(slug.of(over.title())).ifPresent(blocks::add);
                blocks.add(lines(over));
                blocks.add(pairs(over));
                same(over).ifPresent(blocks::add);
                wide(over).ifPresent(blocks::add);
            }
        }
        return List.of(blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Every strategy that may be recommended and does not copy, against every one that does."
                        + " Between two measured places each round is interpolated by itself, straight on logarithmic axes; nothing"
                        + " is said beyond the ends. A crossover's interval is where neither of the two is shown to"
                        + " take less time, all places of a pair judged together; a chart shades it.", blocks));
    }

    /** Caches lie between sizes that are far apart, and there a line is not straight. */
    private static Optional<Block> wide(BreakEvens over) {
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < over.places().size() && over.axis() != BreakEvens.Axis.READS; i++) {
            double factor = over.places().get(i).x() / over.places().get(i - 1).x();
            if (factor > FAR_APART) {
                gaps.add("Between " + over.places().get(i - 1).label() + " and " + over.places().get(i).label()
                        + " lies a factor of " + Numbers.significantDigits(factor, 2)
                        + ": a crossover there is as good as a straight line is. Measure a size between, as the preset full does.");
            }
        }
        return gaps.isEmpty() ? Optional.empty() : Optional.of(new Prose(String.join(" ", gaps)));
    }

    private static Table lines(BreakEvens over) {
        List<Table.Row> rows = over.lines().stream()
                .map(line -> new Table.Row(line.standing().id(), line.standing().strategy().standIn(),
                        line.times().stream().map(AdviceBreakEvenSection::entry).toList()))
                .toList();
        return new Table(over.title() + ", time of one read, \u00b5s" + (over.note().isEmpty() ? "" : "; " + over.note()), "strategy",
                over.places().stream().map(place -> place.label()).toList(), rows);
    }

    private static Entry entry(Times times) {
        return times.estimate().<Entry>map(of -> new Entry.Figure(of, Scale.MICROSECONDS))
                .orElseGet(() -> new Entry.Text("-"));
    }

    private static Table pairs(BreakEvens over) {
        List<Table.Row> rows = over.pairs().stream()
                .filter(pair -> !pair.isEverywhere(Winner.FIRST))
                .map(pair -> Table.Row.of(pair.first().name() + " or " + pair.second().name(), crossings(over, pair),
                        zones(over, pair), Numbers.ratioWithInterval(pair.least()) + " at "
                                + AdviceWords.place(over, pair.leastAt())))
                .toList();
        return new Table(over.title() + ", who takes less time", "pair",
                List.of("changes at", "who wins where", "least time of the copy, beside the other"),
                rows.isEmpty() ? List.of(Table.Row.of("no pair", "nowhere", "copying loses everywhere", "-")) : rows);
    }

    private static String crossings(BreakEvens over, BreakEven pair) {
        return pair.crossings().isEmpty() ? "nowhere from " + AdviceWords.place(over, pair.low()) + " to "
                + AdviceWords.place(over, pair.high())
                : pair.crossings().stream().map(x -> AdviceWords.place(over, x)).collect(Collectors.joining(", "));
    }

    private static String zones(BreakEvens over, BreakEven pair) {
        return pair.zones().stream()
                .map(zone -> AdviceWords.place(over, zone.from()) + " to " + AdviceWords.place(over, zone.to()) + ": "
                        + AdviceWords.winner(zone, pair.first().name(), pair.second().name()))
                .collect(Collectors.joining("; "));
    }

    private static Optional<Block> same(BreakEvens over) {
        List<BreakEven> losing = over.pairs().stream().filter(pair -> pair.isEverywhere(Winner.FIRST)).toList();
        Optional<Estimate> least = losing.stream().map(BreakEven::least)
                .min((a, b) -> Double.compare(a.median(), b.median()));
        return least.map(ratio -> new Prose("Copying loses everywhere, from " + AdviceWords.place(over, losing.get(0).low())
                + " to " + AdviceWords.place(over, losing.get(0).high()) + ", in " + Plural.of(losing.size(), "pair", "pairs")
                + "; at its best a copy takes " + Numbers.ratioWithInterval(ratio) + " as long."));
    }
}
