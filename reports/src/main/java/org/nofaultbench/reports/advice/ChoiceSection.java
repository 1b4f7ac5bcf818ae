// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.stats.Judgement;

/** Which strategy for pools that are kept, and which for pools that come and go? */
final class ChoiceSection {

    private static final String HOW =
            " Keeps up: not shown to be slower than the fastest of those that may be recommended, in view"
                    + " of all strategies of the scenario. The first choice is used wherever it keeps up.";
    private static final List<Double> MAPPED_LOSSES = List.of(0.0, 1.0);
    private static final Scale RATIO = new Scale("\u00d7", 1, 3);

    private final Advice advice;

    ChoiceSection(Advice advice) {
        this.advice = advice;
    }

    List<Content> contents() {
        List<Choice> kept = advice.choices().stream()
                .filter(choice -> choice.scenario().life().isKept())
                .toList();
        List<Choice> lives = advice.choices().stream()
                .filter(choice -> !choice.scenario().life().isKept())
                .toList();
        List<Content> contents = new ArrayList<>();
        if (!kept.isEmpty()) {
            contents.add(kept(kept));
        }
        if (!lives.isEmpty()) {
            contents.add(lives(lives));
        }
        return contents;
    }

    private Content kept(List<Choice> choices) {
        List<Block> blocks = new ArrayList<>(List.of(table("one read of a pool that is kept, nothing lost", choices)));
        blocks.addAll(map(
                "kept-map",
                "Time of one read beside the fastest, pools that are kept",
                choices,
                choice -> choice.scenario().read(),
                "what each read reads"));
        return new Content(
                "kept",
                "Pools that are kept",
                "A window's pool is attached once and read at every commit. The whole of a"
                        + " buffer or its damage is read, begin and end included, from a cache that holds as much of it as fits."
                        + HOW,
                blocks);
    }

    private Content lives(List<Choice> choices) {
        List<Block> blocks = new ArrayList<>();
        AnchorIds anchors = new AnchorIds("lives-map");
        choices.stream().map(choice -> choice.scenario().size()).distinct().forEach(size -> {
            for (double losses : MAPPED_LOSSES) {
                blocks.addAll(map(
                        anchors.idFor(size + " " + Scenario.lost(losses)),
                        "Time of one read beside the fastest, " + size + ", " + Scenario.lost(losses),
                        choices.stream()
                                .filter(choice -> choice.scenario().size().equals(size)
                                        && choice.scenario().isWhole()
                                        && choice.scenario().life().lossesPerAttach() == losses)
                                .toList(),
                        choice -> Integer.toString(choice.scenario().life().reads()),
                        "reads of one attached pool"));
            }
        });
        choices.stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.scenario().read(), LinkedHashMap::new, Collectors.toList()))
                .forEach((read, some) -> blocks.add(
                        table("one read of " + read + ", with its share of the pool's life and losses", some)));
        return new Content(
                "lives",
                "Pools that come and go",
                "A pool is attached, read so many times, unmapped and closed; its first"
                        + " read is of the whole buffer. Lost: the share of pools whose last read finds every page gone."
                        + HOW,
                blocks);
    }

    private Table table(String caption, List<Choice> choices) {
        List<String> columns = new ArrayList<>(List.of("use", "\u00b5s"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.add("keep up too");
        if (advice.clientShare().value() > 0) {
            columns.add("with " + advice.clientShare() + " sealed, \u00b5s");
            columns.add("against one way for all");
        }
        return new Table(
                caption, "scenario", columns, choices.stream().map(this::row).toList());
    }

    private Table.Row row(Choice choice) {
        Optional<Option> use = choice.recommended();
        List<Object> entries = new ArrayList<>();
        entries.add(use.map(option -> option.strategy().name()).orElse("none"));
        entries.add(use.map(option -> (Object) option.cost().figure(key(choice, option.strategy()), Scale.MICROSECONDS))
                .orElse("-"));
        Frame.ALL.forEach(frame ->
                entries.add(use.map(option -> (Object) option.cost().share(key(choice, option.strategy()), frame))
                        .orElse("-")));
        entries.add(others(choice));
        if (advice.clientShare().value() > 0) {
            String key = choice.scenario().key() + " mix=" + advice.clientShare()
                    + choice.mix().map(mix -> " sealed=" + mix.sealed().id()).orElse("")
                    + use.map(option -> " strategy=" + option.strategy().id()).orElse("");
            entries.add(choice.mix()
                    .map(Mix::cost)
                    .filter(cost -> !cost.isMissing())
                    .map(cost -> (Object) cost.figure(key, Scale.MICROSECONDS))
                    .orElse("-"));
            entries.add(choice.mix()
                    .flatMap(Mix::judgement)
                    .map(judgement -> (Object) Sentence.join(
                            Value.ratio(new Origin(Statistic.COST_RATIO, key), judgement.ratio())
                                    .with(judgement.verdict()),
                            " ",
                            judgement.verdict().label()))
                    .orElse("-"));
        }
        return Table.Row.mixed(
                choice.scenario().life().isKept()
                        ? choice.scenario().read()
                        : choice.scenario().lifeText(),
                entries.toArray());
    }

    static String key(Choice choice, Eligibility strategy) {
        return choice.scenario().key() + " strategy=" + strategy.id();
    }

    private static String others(Choice choice) {
        String names = choice.options().stream()
                .filter(option -> option.strategy().mayBeRecommended() && option.keepsUp())
                .filter(option -> choice.recommended().filter(option::equals).isEmpty())
                .map(option -> option.strategy().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /** The map and a table with the same ratios and their intervals; nothing where no strategy has a figure. */
    private static List<Block> map(
            String id, String title, List<Choice> choices, Function<Choice, String> column, String across) {
        List<Eligibility> rows = choices.stream()
                .limit(1)
                .flatMap(choice -> choice.options().stream())
                .map(Option::strategy)
                .filter(strategy -> choices.stream()
                        .anyMatch(choice -> ratio(option(choice, strategy)).isPresent()))
                // Those that may be used first; sorting keeps the manifest's order within either.
                .sorted((a, b) -> Boolean.compare(b.mayBeRecommended(), a.mayBeRecommended()))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> columns = choices.stream().map(column).toList();
        Table table = new Table(
                title + ", ratio",
                "strategy",
                columns,
                rows.stream()
                        .map(strategy -> new Table.Row(
                                strategy.id(),
                                strategy.strategy().standIn(),
                                choices.stream()
                                        .map(choice -> entry(choice, option(choice, strategy)))
                                        .toList()))
                        .toList());
        Chart map = new Chart.HeatMap(
                id,
                title,
                "Time of one read relative to the fastest strategy that may be recommended, by strategy" + " and "
                        + across + ". An outlined place is the strategy to use there.",
                "time beside the fastest that may be recommended",
                across,
                rows.stream().map(ChoiceSection::name).toList(),
                columns,
                rows.stream()
                        .map(strategy -> choices.stream()
                                .map(choice -> ratio(option(choice, strategy))
                                        .map(ratio -> new Chart.Tile(
                                                ratio,
                                                choice.recommended()
                                                        .filter(used ->
                                                                used.strategy().equals(strategy))
                                                        .isPresent())))
                                .toList())
                        .toList());
        return choices.size() < 2 ? List.of(table) : List.of(map, table);
    }

    private static Entry entry(Choice choice, Option option) {
        if (option.fastest()) {
            return new Entry.Text(RATIO.format(1));
        }
        String fastest = choice.options().stream()
                .filter(Option::fastest)
                .map(other -> other.strategy().id())
                .findFirst()
                .orElse("");
        return option.judgement()
                .<Entry>map(judgement -> Entry.estimate(
                        new Origin(Statistic.COST_RATIO, key(choice, option.strategy()) + " against=" + fastest),
                        judgement.ratio(),
                        "",
                        RATIO))
                .orElseGet(() -> new Entry.Text("-"));
    }

    private static Option option(Choice choice, Eligibility strategy) {
        return choice.options().stream()
                .filter(option -> option.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Double> ratio(Option option) {
        return option.fastest()
                ? Optional.of(1.0)
                : option.judgement().map(Judgement::ratio).map(ratio -> ratio.median());
    }

    private static String name(Eligibility strategy) {
        return switch (strategy.rank()) {
            case WITH_CLIENT -> strategy.name() + " (if sealed)";
            case UNSAFE -> strategy.name() + " (unsafe)";
            default -> strategy.name();
        };
    }
}
