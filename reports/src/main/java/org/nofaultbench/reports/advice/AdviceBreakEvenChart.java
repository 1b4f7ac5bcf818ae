// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.advice.BreakEvens.Line;
import org.nofaultbench.reports.advice.Zone.Winner;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.stats.Interval;

/** Times over one quantity, with the bands in which it is undecided who takes less. */
record AdviceBreakEvenChart(Advice advice, BreakEvens over) {

    /** The first choice, what copies, and whatever else changes places somewhere; more lines would hide one another. */
    Optional<Chart> drawn(String id) {
        Set<Eligibility> drawn = Stream.concat(advice.firstChoice().stream(), over.pairs().stream()
                        .filter(pair -> !pair.isEverywhere(Winner.FIRST))
                        .map(BreakEven::first))
                .collect(Collectors.toSet());
        over.pairs().stream().map(BreakEven::second).forEach(drawn::add);
        Palette palette = new Palette(advice.analysis());
        List<Series> series = over.lines().stream()
                .filter(line -> drawn.contains(line.standing()))
                .map(line -> new Series(line.standing().name(), palette.styleOf(line.standing().id()), marks(line)))
                .toList();
        List<Chart.Position> positions =
                over.places().stream().map(place -> new Chart.Position(place.label(), place.x())).toList();
        return positions.size() < 2 ? Optional.empty() : Optional.of(new Chart.OverQuantity(id, title(),
                "Time of one read in microseconds by " + across() + ", on logarithmic axes, from " + over.title() + ". "
                        + shaded(), new Axis("one read, \u00b5s (log scale)", true), series, across() + " (log scale)",
                positions, Optional.of(new Chart.Between(undecided()))));
    }

    private static List<Series.Mark> marks(Line line) {
        List<Series.Mark> marks = new ArrayList<>();
        for (int place = 0; place < line.times().size(); place++) {
            int at = place;
            line.times().get(place).estimate().ifPresent(estimate ->
                    marks.add(Series.Mark.of(at, estimate, Scale.MICROSECONDS.perUnit())));
        }
        return marks;
    }

    private String title() {
        return "Break-even, " + over.title();
    }

    private String across() {
        return switch (over.axis()) {
            case DAMAGE -> "damage of " + over.size();
            case SIZE -> "buffer size";
            case READS -> "reads of one attached pool";
        };
    }

    private String shaded() {
        int bands = undecided().size();
        return bands == 0 ? "No two of them change places." : Plural.of(bands, "shaded band is", "shaded bands are")
                + " undecided between two strategies; the table names them.";
    }

    /** Only bands with a crossover in them: two strategies alike everywhere have none. */
    private List<Interval> undecided() {
        return over.pairs().stream()
                .filter(pair -> !pair.crossings().isEmpty())
                .flatMap(pair -> pair.zones().stream()
                        .filter(zone -> pair.crossings().stream().anyMatch(x -> zone.from() <= x && x <= zone.to())))
                .map(zone -> new Interval(zone.from(), zone.to()))
                .distinct()
                .toList();
    }
}
