// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Table.Column;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.report.ClientSections;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.report.LatencySection;

/** What does the choice come to: in a frame, under attack, in robustness? */
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
        attack().ifPresent(contents::add);
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

    private Optional<Content> attack() {
        AnchorIds anchors = new AnchorIds("attack");
        List<Block> blocks = new ArrayList<>();
        for (PanelBlocks panel : panels("HostileClient", anchors)) {
            ClientSections.attackerChart(panel).ifPresent(blocks::add);
            blocks.add(attacked(panel));
        }
        for (PanelBlocks panel : panels("TruncationRecovery", anchors)) {
            String unit = panel.scale(
                            Panel.WORKLOAD, panel.panel().values(Panel.WORKLOAD).get(0))
                    .unit();
            blocks.add(panel.grid(Panel.WORKLOAD, "time of one loss, " + unit, Entry::figure));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        "attack",
                        "What an attacker can burn",
                        "One client truncates"
                                + " its file and grows it back as fast as it can. Its buffer takes this much of every frame, attaching anew after each"
                                + " loss included; what is above 100% misses the deadline. A strategy that neither tells the compositor of a loss nor has"
                                + " a handler of the suite's pays once and then reads zeros: do not compare it with the others.",
                        blocks));
    }

    private List<PanelBlocks> panels(String benchmark, AnchorIds anchors) {
        return advice.analysis().panels(advice.analysis().measured(benchmark), Set.of(Panel.STRATEGY)).stream()
                .map(panel -> new PanelBlocks(advice.analysis(), panel, anchors))
                .toList();
    }

    private Table attacked(PanelBlocks panel) {
        Map<String, Eligibility> strategies =
                advice.eligibilities().stream().collect(Collectors.toMap(Eligibility::id, Function.identity()));
        List<Column<CellResult>> columns = new ArrayList<>();
        columns.add(new Column<>(
                "may be used", cell -> yes(strategies.get(cell.cell().strategy()))));
        columns.add(new Column<>("ms a frame", cell -> Entry.figure(cell, Scale.MILLISECONDS)));
        columns.addAll(ChoiceSection.frames((cell, frame) -> Entry.figure(cell, frame.percent())));
        columns.add(new Column<>("ns per truncate", ClientSections::stolen));
        columns.add(new Column<>("worst, ms", cell -> Entry.worst(cell, "worstAccessNs", Scale.MILLISECONDS)));
        columns.add(new Column<>("late deadlines of another client", cell -> Entry.count(cell, "lateFramesCount")));
        return panel.table(
                ", most stolen first",
                Panel.STRATEGY,
                ClientSections.mostStolenFirst(panel.panel()).stream()
                        .filter(cell -> !cell.figures().isEmpty())
                        .toList(),
                columns);
    }

    private static String yes(Eligibility strategy) {
        return strategy != null && strategy.mayBeRecommended() ? "yes" : "no";
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
                                new Column<>("may be recommended", ConsequenceSections::yes),
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
