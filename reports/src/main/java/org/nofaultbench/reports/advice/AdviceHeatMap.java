// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Judgement;

/**
 * Strategies by scenarios, each place as warm as it is slow beside the fastest strategy that may be recommended.
 *
 * @param choices the scenarios
 */
record AdviceHeatMap(List<Choice> choices) {

    private static final Scale RATIO = new Scale("\u00d7", 1, 3);

    /** The map and a table with the same ratios and their intervals; nothing where no strategy has a figure. */
    List<Block> of(String id, String title, Function<Choice, String> column, String across) {
        List<Eligibility> rows = rows();
        List<String> columns = choices.stream().map(column).toList();
        return rows.isEmpty() ? List.of() : List.of(map(id, title, columns, across, rows), table(title, columns, rows));
    }

    /** Those that may be used first; sorting keeps the manifest's order within either. */
    private List<Eligibility> rows() {
        return choices.stream()
                .limit(1)
                .flatMap(choice -> choice.options().stream())
                .map(Option::standing)
                .filter(this::isMeasured)
                .sorted((a, b) -> Boolean.compare(b.mayBeRecommended(), a.mayBeRecommended()))
                .toList();
    }

    private Chart map(String id, String title, List<String> columns, String across, List<Eligibility> rows) {
        return new Chart.HeatMap(id, title, "Time of one read relative to the fastest strategy that may be"
                + " recommended, by strategy and " + across + ". An outlined place is the strategy to use there.",
                "time beside the fastest that may be recommended", across, rows.stream().map(AdviceHeatMap::name).toList(),
                columns, rows.stream().map(this::tiles).toList());
    }

    private Table table(String title, List<String> columns, List<Eligibility> rows) {
        return new Table(title + ", ratio", "strategy", columns, rows.stream()
                .map(standing -> new Table.Row(standing.id(), standing.strategy().standIn(),
                        choices.stream().map(choice -> entry(option(choice, standing))).toList()))
                .toList());
    }

    private static Entry entry(Option option) {
        if (option.fastest()) {
            return new Entry.Text(RATIO.format(1));
        }
        return option.judgement().<Entry>map(of -> new Entry.Figure(of.ratio(), RATIO)).orElseGet(() -> new Entry.Text("-"));
    }

    private boolean isMeasured(Eligibility standing) {
        return choices.stream().anyMatch(choice -> ratio(option(choice, standing)).isPresent());
    }

    private List<Optional<Chart.Tile>> tiles(Eligibility standing) {
        return choices.stream()
                .map(choice -> ratio(option(choice, standing)).map(ratio -> new Chart.Tile(ratio,
                        choice.recommended().filter(of -> of.standing().equals(standing)).isPresent())))
                .toList();
    }

    private static Option option(Choice choice, Eligibility standing) {
        return choice.options().stream().filter(of -> of.standing().equals(standing)).findFirst().orElseThrow();
    }

    private static Optional<Double> ratio(Option option) {
        return option.fastest() ? Optional.of(1.0) : option.judgement().map(Judgement::ratio).map(ratio -> ratio.median());
    }

    private static String name(Eligibility standing) {
        return switch (standing.rank()) {
            case RECOMMENDED -> standing.name();
            case WITH_CLIENT -> standing.name() + " (if sealed)";
            case UNSAFE -> standing.name() + " (unsafe)";
            default -> standing.name();
        };
    }
}
