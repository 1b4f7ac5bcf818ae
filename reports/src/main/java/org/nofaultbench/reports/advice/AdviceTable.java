// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.stats.Judgement;

/**
 * Scenarios with the strategy to use and what it costs.
 *
 * @param advice that they are of
 */
record AdviceTable(Advice advice) {

    static final String HOW = " Keeps up: not shown to be slower than the fastest of those that may be recommended, in view of"
            + " all strategies of the scenario. The first choice is used wherever it keeps up.";
    private static final String NONE = "none";

    Table of(String caption, List<Choice> choices) {
        List<String> columns = new ArrayList<>(List.of("use", "\u00b5s"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.add("keep up too");
        if (advice.clientShare().value() > 0) {
            columns.add("with " + advice.clientShare() + " sealed, \u00b5s");
            columns.add("against one way for all");
        }
        return new Table(caption, "scenario", columns, choices.stream().map(this::row).toList());
    }

    private Table.Row row(Choice choice) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Text(choice.recommended().map(option -> option.standing().name()).orElse(NONE)));
        Optional<Times> cost = choice.recommended().map(Option::cost);
        entries.add(figure(cost, Scale.MICROSECONDS));
        Frame.ALL.forEach(frame -> entries.add(new Entry.Text(cost.flatMap(Times::estimate)
                .map(estimate -> frame.percent().format(estimate.median()))
                .orElse("-"))));
        entries.add(new Entry.Text(others(choice)));
        if (advice.clientShare().value() > 0) {
            entries.add(figure(choice.mix().map(Mix::cost), Scale.MICROSECONDS));
            entries.add(new Entry.Text(choice.mix().flatMap(Mix::judgement).map(AdviceTable::judged).orElse("-")));
        }
        String life = choice.scenario().life().isKept() ? AdviceWords.read(choice.scenario())
                : AdviceWords.life(choice.scenario().life());
        return new Table.Row(life, false, entries);
    }

    private static Entry figure(Optional<Times> cost, Scale scale) {
        return cost.flatMap(Times::estimate)
                .<Entry>map(estimate -> new Entry.Figure(estimate, scale))
                .orElseGet(() -> new Entry.Text("-"));
    }

    private static String judged(Judgement judgement) {
        return Numbers.ratioWithInterval(judgement.ratio()) + " " + judgement.verdict().label();
    }

    private static String others(Choice choice) {
        String names = choice.options().stream()
                .filter(option -> option.standing().mayBeRecommended() && option.keepsUp())
                .filter(option -> choice.recommended().filter(option::equals).isEmpty())
                .map(option -> option.standing().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NONE : names;
    }
}
