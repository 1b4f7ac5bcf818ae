// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/** Which strategy for pools that are kept, and which for pools that come and go? */
record ChoiceSection(Advice advice) {

    private static final String HOW =
            " Keeps up: not shown to be slower than the fastest strategy that may be recommended; all strategies of"
                    + " a scenario are judged together. The first choice is used wherever it keeps up. Where all took turns"
                    + " with one baseline, a time is the baseline\u2019s median times the ratio to it.";
    private static final List<Double> MAPPED_LOSSES = List.of(0.0, 1.0);
    private static final Scale RATIO = new Scale("\u00d7", 1, 3);

    List<Content> contents() {
        Map<Boolean, List<Choice>> kept = advice.choices().stream()
                .collect(Collectors.partitioningBy(choice -> choice.scenario().isKept()));
        List<Content> contents = new ArrayList<>();
        if (!kept.get(true).isEmpty()) {
            contents.add(kept(kept.get(true)));
        }
        contents.addAll(lives(kept.get(false)));
        return contents;
    }

    private Content kept(List<Choice> choices) {
        Function<Choice, String> read = choice -> choice.scenario().read();
        List<Block> blocks = new ArrayList<>();
        blocks.add(table("one read of a mapped pool, nothing lost", choices, read));
        String title = "Time of one read relative to the fastest, pools that are kept";
        blocks.addAll(map("kept-map", title, choices, read, "what each read reads"));
        return new Content(
                "kept",
                "Pools that are kept",
                "A window's pool is attached once and read at every commit. Texture uploads copy rows to a staging"
                        + " buffer, blends compose in software; this is what compositors do. Pure reads add up every"
                        + " byte; they are a bound for what a strategy can add. A read includes begin and end, of the"
                        + " whole buffer or its damage, from a cache that holds as much of it as fits."
                        + HOW,
                blocks);
    }

    private List<Content> lives(List<Choice> choices) {
        List<Block> blocks = new ArrayList<>();
        AnchorIds anchors = new AnchorIds("lives-map");
        choices.stream().map(choice -> choice.scenario().size()).distinct().forEach(size -> {
            for (double losses : MAPPED_LOSSES) {
                String lost = Scenario.lost(losses);
                blocks.addAll(map(
                        anchors.idFor(size + " " + lost),
                        "Time of one read relative to the fastest, " + size + ", " + lost,
                        choices.stream()
                                .filter(choice -> choice.scenario().size().equals(size)
                                        && choice.scenario().isWhole()
                                        && choice.scenario().losses() == losses)
                                .toList(),
                        choice -> Integer.toString(choice.scenario().reads()),
                        "reads of one attached pool"));
            }
        });
        choices.stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.scenario().read(), LinkedHashMap::new, Collectors.toList()))
                .forEach((read, some) -> blocks.add(table(
                        "one read of " + read + ", with its share of the pool's life and losses",
                        some,
                        choice -> choice.scenario().lifeText())));
        return Content.unlessEmpty(
                "lives",
                "Pools that come and go",
                "A pool is attached, read a number of times, unmapped and closed; its first read is of the whole"
                        + " buffer. Lost: the share of pools whose last read finds every page gone."
                        + HOW,
                blocks);
    }

    private Table table(String caption, List<Choice> choices, Function<Choice, String> label) {
        Table.Builder<Choice> table = Table.of(caption, "scenario", choices, label)
                .column(
                        "use",
                        choice -> choice.recommended()
                                .map(use -> use.strategy().name())
                                .orElse("none"))
                .column("\u00b5s", choice -> choice.recommended().map(Option::microseconds));
        addFrames(
                table,
                (choice, hertz) -> choice.recommended().map(use -> use.cost().share(use.key(), hertz)));
        table.column("not shown slower", ChoiceSection::others);
        if (advice.clientShare().value() > 0) {
            table.column(
                            "with " + advice.clientShare() + " sealed, \u00b5s",
                            choice -> choice.mix()
                                    .filter(mix -> !mix.cost().isMissing())
                                    .map(Option::microseconds))
                    .column(
                            "ratio to one strategy for all",
                            choice -> choice.mix()
                                    .flatMap(mix -> mix.judgement().map(judged -> ratio(mix.key(), judged))));
        }
        return table.table();
    }

    private static Sentence ratio(String key, Judgement judged) {
        Value ratio = Value.ratio(new Origin(Statistic.COST_RATIO, key), judged.ratio())
                .with(judged.verdict());
        return Sentence.of("{} {}", ratio, judged.verdict().label());
    }

    /** A column for each frame that screens show. */
    static <T> void addFrames(Table.Builder<T> table, BiFunction<T, Integer, Object> share) {
        Times.HERTZ.forEach(hertz -> table.column("% at " + hertz + " Hz", item -> share.apply(item, hertz)));
    }

    private static String others(Choice choice) {
        String names = choice.options().stream()
                .filter(Option::isCandidate)
                // Too few rounds say nothing of a strategy.
                .filter(option -> option.judgement()
                        .filter(judgement -> judgement.verdict() == Verdict.TOO_FEW)
                        .isEmpty())
                .map(Option::strategy)
                .filter(strategy -> !choice.recommends(strategy))
                .map(Eligibility::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /** The map and a table with the same ratios and their intervals; nothing where no strategy has a figure. */
    private List<Block> map(
            String id, String title, List<Choice> choices, Function<Choice, String> column, String across) {
        List<Eligibility> rows = advice.eligibilities().stream()
                .filter(strategy -> choices.stream()
                        .anyMatch(choice -> ratio(choice, strategy).isPresent()))
                // Those that may be used first; sorting keeps the manifest's order within either.
                .sorted(Comparator.comparing(strategy -> !strategy.mayBeRecommended()))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Table.Builder<Eligibility> ratios = Table.ofStrategies(title + ", ratio", rows, Eligibility::strategy);
        choices.forEach(choice -> ratios.column(
                column.apply(choice),
                row -> ratio(choice, row)
                        .map(ratio -> choice.option(row).fastest() ? ratio : new Entry.Figure(ratio, RATIO))));
        Table table = ratios.table();
        Chart map = new Chart.HeatMap(
                id,
                title,
                "Time of one read relative to the fastest strategy that may be recommended, by strategy and " + across
                        + ". An outlined place is the strategy to use there.",
                across,
                rows.stream().map(ChoiceSection::name).toList(),
                table.columns(),
                rows.stream()
                        .map(row -> choices.stream()
                                .map(choice -> ratio(choice, row)
                                        .map(ratio -> new Chart.Tile(
                                                ratio.printed(Numbers.shortRatio(ratio.value())),
                                                choice.recommends(row))))
                                .toList())
                        .toList());
        return choices.size() < 2 ? List.of(table) : List.of(map, table);
    }

    /** To the fastest that may be recommended, which is 1 for that one. */
    private static Optional<Value> ratio(Choice choice, Eligibility strategy) {
        Option option = choice.option(strategy);
        Optional<Estimate> ratio = option.fastest()
                ? new PairedRounds(option.cost().ns(), option.cost().ns()).ratio()
                : option.judgement().map(Judgement::ratio);
        return ratio.map(estimate -> Value.estimate(
                new Origin(
                        Statistic.COST_RATIO,
                        option.key() + " against="
                                + choice.fastest().orElseThrow().strategy().id()),
                estimate,
                "",
                RATIO.format(estimate.median())));
    }

    private static String name(Eligibility strategy) {
        return switch (strategy.rank()) {
            case WITH_CLIENT -> strategy.name() + " (if sealed)";
            case UNSAFE -> strategy.name() + " (unsafe)";
            default -> strategy.name();
        };
    }
}
