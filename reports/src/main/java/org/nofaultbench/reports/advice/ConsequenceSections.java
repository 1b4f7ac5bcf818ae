// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Table.Column;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.report.LatencySection;

/** What does the choice come to: in a frame and in robustness? */
record ConsequenceSections(Advice advice) {

    private static final double PERCENTILE = 99.9;

    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        List<Choice> whole = advice.choices().stream()
                .filter(choice -> choice.isKept() && choice.scenario().isWhole())
                .toList();
        if (!whole.isEmpty()) {
            contents.add(new Content(
                    "frame-budget",
                    "Share of a frame",
                    "One read of the whole"
                            + " buffer, of a frame's 16.67 ms at 60 Hz, 6.94 ms at 144 Hz and 4.17 ms at 240 Hz. p99.9: one access in a thousand,"
                            + " timed by itself, takes longer.",
                    whole.stream().<Block>map(this::frames).toList()));
        }
        contents.add(robustness());
        return contents;
    }

    private Table frames(Choice choice) {
        Scale fastest = Frame.ALL.get(Frame.ALL.size() - 1).percent();
        List<Column<Option>> columns = new ArrayList<>();
        columns.add(new Column<>("one read, \u00b5s", Option::microseconds));
        columns.addAll(ChoiceSection.frames(Option::share));
        columns.add(new Column<>("p99.9, \u00b5s", option -> slow(choice, option, Scale.MICROSECONDS)));
        columns.add(new Column<>("p99.9, % at 240 Hz", option -> slow(choice, option, fastest)));
        return Table.of(
                choice.scenario().read() + ", of a pool that is kept",
                "strategy",
                choice.options().stream()
                        .filter(option -> !option.cost().isMissing())
                        .toList(),
                option -> option.strategy().id(),
                option -> option.strategy().strategy().standIn(),
                columns);
    }

    private Optional<Value> slow(Choice choice, Option option, Scale scale) {
        return advice.analysis().measured("ReadLatency").stream()
                .filter(cell -> !choice.isStaged()
                        && option.strategy().id().equals(cell.cell().strategy())
                        && choice.scenario()
                                .size()
                                .equals(cell.cell().parameters().get(Panel.SIZE)))
                .findFirst()
                .flatMap(cell -> LatencySection.percentile(advice.analysis(), cell, PERCENTILE, scale));
    }

    private Content robustness() {
        return new Content(
                "robustness",
                "What is lost in robustness",
                "A strategy may be recommended if a client cannot kill the compositor"
                        + " through it: it lived through every experiment called survives. Where an experiment could not be made, what the strategy"
                        + " declares counts and is shown."
                        + (advice.analysis().run().manifest().proof() == null
                                ? " Nothing was proven on this kernel: all of it is declared."
                                : ""),
                List.of(Table.of(
                        "",
                        "strategy",
                        advice.eligibilities(),
                        Eligibility::id,
                        strategy -> strategy.strategy().standIn(),
                        List.of(
                                new Column<>(
                                        "may be recommended", strategy -> strategy.mayBeRecommended() ? "yes" : "no"),
                                new Column<>("why not", Eligibility::why),
                                new Column<>("holds", ConsequenceSections::holds),
                                new Column<>("does not hold", strategy -> String.join(", ", strategy.lost())),
                                new Column<>(
                                        "declared, untested", strategy -> String.join(", ", strategy.onItsWord()))))));
    }

    /** {@code 23 of 24}. */
    static Sentence holds(Eligibility strategy) {
        long held = strategy.held().size();
        return Sentence.join(
                AdviceSentences.count("held " + strategy.id(), held),
                " of ",
                AdviceSentences.count(
                        "known " + strategy.id(), held + strategy.lost().size()));
    }
}
