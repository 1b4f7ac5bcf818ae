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
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.report.LatencySection;

/** What does the choice come to: in a frame and in robustness? */
record ConsequenceSections(Advice advice) {

    private static final double PERCENTILE = 99.9;

    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        List<Choice> whole = advice.choices().stream()
                .filter(choice ->
                        choice.scenario().isKept() && choice.scenario().isWhole())
                .toList();
        if (!whole.isEmpty()) {
            contents.add(new Content(
                    "frame-budget",
                    "Share of a frame",
                    "One read of the whole buffer as a share of a frame: 16.67 ms at 60 Hz, 6.94 ms at 144 Hz, 4.17"
                            + " ms at 240 Hz. p99.9: one access in a thousand takes longer.",
                    whole.stream().<Block>map(this::frames).toList()));
        }
        contents.add(robustness());
        return contents;
    }

    private Table frames(Choice choice) {
        Scale fastest = Times.percentOfFrame(240);
        Table.Builder<Option> table = Table.ofStrategies(
                        choice.scenario().read() + ", of a pool that is kept",
                        choice.known(),
                        option -> option.strategy().strategy())
                .column("one read, \u00b5s", Option::microseconds);
        ChoiceSection.addFrames(table, (option, hertz) -> option.cost().share(option.key(), hertz));
        return table.column("p99.9, \u00b5s", option -> slow(choice, option, Scale.MICROSECONDS))
                .column("p99.9, % at 240 Hz", option -> slow(choice, option, fastest))
                .table();
    }

    private Optional<Value> slow(Choice choice, Option option, Scale scale) {
        String size = choice.scenario().size();
        return advice.analysis().measured("ReadLatency").stream()
                .filter(cell -> !choice.isStaged()
                        && option.strategy().id().equals(cell.cell().strategy())
                        && size.equals(cell.parameter(Panel.SIZE)))
                .findFirst()
                .flatMap(cell -> LatencySection.percentile(advice.analysis(), cell, PERCENTILE, scale));
    }

    private Content robustness() {
        boolean proven = advice.analysis().run().manifest().proof() != null;
        return new Content(
                "robustness",
                "Robustness",
                "A strategy may be recommended if no client can kill the compositor through it: it passed every"
                        + " experiment whose name begins with survives. Where an experiment could not be made, the"
                        + " declaration of the strategy counts and is shown."
                        + (proven ? "" : " Nothing was proven on this kernel: all of it is declared."),
                List.of(Table.ofStrategies("", advice.eligibilities(), Eligibility::strategy)
                        .column("may be recommended", strategy -> strategy.mayBeRecommended() ? "yes" : "no")
                        .column("why not", Eligibility::why)
                        .column("holds", ConsequenceSections::holds)
                        .column("does not hold", strategy -> String.join(", ", strategy.lost()))
                        .column("declared, untested", strategy -> String.join(", ", strategy.onItsWord()))
                        .table()));
    }

    /** {@code 23 of 24}. */
    static Sentence holds(Eligibility strategy) {
        long held = strategy.held().size();
        return Sentence.of(
                "{} of {}",
                AdviceSentences.count("held " + strategy.id(), held),
                AdviceSentences.count(
                        "known " + strategy.id(), held + strategy.lost().size()));
    }
}
