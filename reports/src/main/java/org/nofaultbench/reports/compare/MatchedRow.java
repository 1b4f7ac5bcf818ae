// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.stats.UnpairedForks;

/**
 * A row with figures on both sides.
 *
 * @param base figures of every run that is compared with, in the new run's unit
 * @param next the new run's row
 * @param cautions of all of them
 */
record MatchedRow(List<List<Double>> base, SideRow next, List<String> cautions) {

    /** Two hundred forks on either side. */
    private static final long MOST_PAIRS = 40_000;

    /** Nothing where a side has no figure, or figures of another kind. */
    static Optional<MatchedRow> of(List<SideRow> was, Optional<SideRow> is) {
        if (is.isEmpty() || is.get().figures().isEmpty()) {
            return Optional.empty();
        }
        SideRow next = is.get();
        List<SideRow> usable = was.stream().filter(row -> factor(row, next).isPresent()).toList();
        List<List<Double>> base = usable.stream().map(row -> converted(row, next)).filter(run -> !run.isEmpty()).toList();
        List<String> cautions = Stream.concat(usable.stream(), Stream.of(next))
                .flatMap(row -> row.cautions().stream())
                .distinct()
                .toList();
        checkPairs(base, next);
        return base.isEmpty() ? Optional.empty() : Optional.of(new MatchedRow(base, next, cautions));
    }

    private static void checkPairs(List<List<Double>> base, SideRow next) {
        long forks = base.stream().mapToLong(List::size).sum();
        if (forks * next.figures().size() > MOST_PAIRS) {
            throw new InputException("row has more pairs of forks than can be sorted in time", "name fewer runs",
                    Detail.of("row", next.key().label()), Detail.of("base", forks), Detail.of("new", next.figures().size()));
        }
    }

    private static OptionalDouble factor(SideRow was, SideRow is) {
        return was.unit().factorTo(is.unit());
    }

    private static List<Double> converted(SideRow was, SideRow is) {
        double factor = factor(was, is).orElseThrow();
        return was.figures().stream().map(figure -> figure * factor).toList();
    }

    /** Why there is no such row. */
    static String reason(List<SideRow> was, Optional<SideRow> is) {
        if (is.isEmpty() || was.isEmpty()) {
            return is.isEmpty() ? "only in the base" : "only in the new run";
        }
        return is.flatMap(SideRow::absence).map(absence -> "new run: " + absence)
                .or(() -> was.stream().flatMap(row -> row.absence().stream()).findFirst().map(absence -> "base: " + absence))
                .orElseGet(() -> "units differ: " + was.get(0).unit().symbol() + " and " + is.get().unit().symbol());
    }

    UnpairedForks costs() {
        return new UnpairedForks(base.stream().map(this::costs).toList(), costs(next.figures()));
    }

    private List<Double> costs(List<Double> figures) {
        return figures.stream().map(next.unit()::cost).toList();
    }
}
