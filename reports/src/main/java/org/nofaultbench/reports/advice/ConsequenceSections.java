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
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.report.Frame;
import org.nofaultbench.reports.report.HostileSection;
import org.nofaultbench.reports.report.LatencySection;

/** What does the choice come to: in a frame, under attack, in robustness? */
final class ConsequenceSections {

    private static final double PERCENTILE = 99.9;

    private final Advice advice;

    ConsequenceSections(Advice advice) {
        this.advice = advice;
    }

    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        frames().ifPresent(contents::add);
        attack().ifPresent(contents::add);
        contents.add(robustness());
        return contents;
    }

    private Optional<Content> frames() {
        List<Block> tables = advice.choices().stream()
                .filter(choice ->
                        choice.scenario().life().isKept() && choice.scenario().isWhole())
                .<Block>map(this::frames)
                .toList();
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        "frame-budget",
                        "Share of a frame",
                        "One read of the whole"
                                + " buffer, of a frame's 16.67 ms at 60 Hz, 6.94 ms at 144 Hz and 4.17 ms at 240 Hz. p99.9: one access in a thousand,"
                                + " timed by itself, takes longer.",
                        tables));
    }

    private Table frames(Choice choice) {
        List<String> columns = new ArrayList<>(List.of("one read, \u00b5s"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.addAll(List.of("p99.9, \u00b5s", "p99.9, % at 240 Hz"));
        return new Table(
                choice.scenario().size() + ", of a pool that is kept",
                "strategy",
                columns,
                choice.options().stream()
                        .filter(option -> !option.cost().isMissing())
                        .map(option -> new Table.Row(
                                option.strategy().id(),
                                option.strategy().strategy().standIn(),
                                frame(choice, option)))
                        .toList());
    }

    private List<Entry> frame(Choice choice, Option option) {
        String key = ChoiceSection.key(choice, option.strategy());
        List<Object> entries = new ArrayList<>(List.of(option.cost().figure(key, Scale.MICROSECONDS)));
        Frame.ALL.forEach(frame -> entries.add(option.cost().share(key, frame)));
        for (Scale scale :
                List.of(Scale.MICROSECONDS, Frame.ALL.get(Frame.ALL.size() - 1).percent())) {
            entries.add(slow(choice.scenario().size(), option.strategy(), scale)
                    .map(value -> (Object) value)
                    .orElse("-"));
        }
        return Table.Row.mixed("", entries.toArray()).entries();
    }

    private Optional<Value> slow(String size, Eligibility strategy, Scale scale) {
        return advice.analysis().measured("ReadLatency").stream()
                .filter(cell -> strategy.id().equals(cell.cell().strategy()))
                .filter(cell -> size.equals(cell.cell().parameters().get(Panel.SIZE)))
                .findFirst()
                .flatMap(cell -> LatencySection.percentile(advice.analysis(), cell, PERCENTILE, scale));
    }

    private Optional<Content> attack() {
        AnchorIds anchors = new AnchorIds("attack");
        List<Block> blocks = new ArrayList<>();
        for (PanelBlocks panel : panels("HostileClient", anchors)) {
            List<CellResult> cells = HostileSection.mostStolenFirst(panel.panel());
            panel.rowChart(
                            panel.panel().label(),
                            "Time for an attacker's buffer, " + panel.panel().label(),
                            "Time for the attacker's buffer in one frame, by strategy, most first, on a logarithmic axis",
                            new Axis("one frame of the attacker, ms (log scale)", true),
                            Scale.MILLISECONDS,
                            cells)
                    .ifPresent(blocks::add);
            blocks.add(attacked(panel, cells));
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

    private Table attacked(PanelBlocks panel, List<CellResult> cells) {
        Map<String, Eligibility> strategies =
                advice.eligibilities().stream().collect(Collectors.toMap(Eligibility::id, Function.identity()));
        List<String> columns = new ArrayList<>(List.of("may be used", "ms a frame"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.addAll(List.of("ns per truncate", "worst, ms", "late deadlines of another client"));
        return panel.table(
                panel.panel().title() + ", most stolen first",
                Panel.STRATEGY,
                columns,
                cells.stream().filter(cell -> !cell.figures().isEmpty()).toList(),
                cell -> {
                    Eligibility strategy = strategies.get(cell.cell().strategy());
                    List<Entry> entries = new ArrayList<>();
                    entries.add(new Entry.Text(strategy != null && strategy.mayBeRecommended() ? "yes" : "no"));
                    entries.add(Entry.figure(cell, Scale.MILLISECONDS));
                    Frame.ALL.forEach(frame -> entries.add(Entry.figure(cell, frame.percent())));
                    entries.add(HostileSection.stolen(cell));
                    entries.add(Entry.worst(cell, "worstAccessNs", Scale.MILLISECONDS));
                    entries.add(Entry.count(cell, "lateFramesCount"));
                    return entries;
                });
    }

    private Content robustness() {
        List<Table.Row> rows = advice.eligibilities().stream()
                .map(strategy -> new Table.Row(
                        strategy.id(),
                        strategy.strategy().standIn(),
                        Table.Row.mixed(
                                        "",
                                        strategy.mayBeRecommended() ? "yes" : "no",
                                        words(strategy.why()),
                                        holds(strategy),
                                        words(String.join(", ", strategy.lost())),
                                        words(String.join(", ", strategy.onItsWord())))
                                .entries()))
                .toList();
        return new Content(
                "robustness",
                "What is lost in robustness",
                "A strategy may be recommended if a client cannot kill the compositor"
                        + " through it: it lived through every experiment called survives. Where an experiment could not be made, what the strategy"
                        + " declares counts and is shown."
                        + (advice.analysis().run().manifest().proof() == null
                                ? " Nothing was proven on this kernel: all of it is declared."
                                : ""),
                List.of(new Table(
                        "",
                        "strategy",
                        List.of("may be recommended", "why not", "holds", "does not hold", "declared, untested"),
                        rows)));
    }

    private static Sentence holds(Eligibility strategy) {
        return Sentence.join(
                AdviceSentences.count("held " + strategy.id(), strategy.held().size()),
                " of ",
                AdviceSentences.count(
                        "known " + strategy.id(),
                        strategy.held().size() + strategy.lost().size()));
    }

    private static String words(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
