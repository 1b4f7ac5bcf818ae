// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds against the raw samples what only the advice on a run prints. */
final class Advised {

    /** Heads the page; whether to copy stands below it. */
    private static final String HEADING = "How to read a client's shared memory on this machine";
    private static final String NEXT_SENTENCE = " (?=First choice: |No client is taken|With [0-9.]+% of the reads|What [0-9.]+% of clients)";

    private final List<AdviceTable> kinds;
    private final AdviceSentences sentences;

    Advised(RawRun run, Latencies latencies, double margin) {
        Kin kin = new Kin(run);
        List<Contender> contenders = Contender.all(run, kin);
        Costs costs = new Costs(new Sources(run, kin));
        Choices choices = new Choices(run, contenders, costs, margin);
        Map<Over, List<Crossover>> crossovers = new LinkedHashMap<>();
        Over.all(costs, choices).forEach(over -> crossovers.put(over, Crossover.all(over, choices)));
        Sealed sealed = new Sealed(choices);
        this.sentences = new AdviceSentences(run, choices, sealed, crossovers);
        this.kinds = List.of(new TimesTable(List.copyOf(crossovers.keySet())), new CrossoverTable(crossovers),
                new ChoiceTable(choices, sealed), new RatioTable(choices), new FrameTable(run, choices, latencies),
                new AttackTable(run, contenders), new RobustTable(contenders), new PartsTable(costs.sources()));
    }

    /** @param text of a page with one element a line, or of a terminal */
    static boolean isOne(String text) {
        return text.lines().anyMatch(line -> line.equals(HEADING) || line.equals(ChoiceTable.KEPT));
    }

    void check(String text, Audit audit) {
        List<String> lines = text.lines().toList();
        int heading = lines.indexOf(HEADING);
        sentences.head(heading < 0 ? flowing(lines) : lines.subList(heading + 1, lines.size()), audit);
        if (heading >= 0) {
            sentences.paragraphs(lines, audit);
        }
    }

    /** The sentences at the head of a text, in which each begins on a line of its own and goes on below. */
    private static List<String> flowing(List<String> lines) {
        String head = String.join(" ", lines.subList(0, Math.max(0, lines.indexOf(""))));
        return List.of(head.split(NEXT_SENTENCE));
    }

    /** The tables that are none of the advice's own. */
    List<PrintedTable> check(List<PrintedTable> tables, Audit audit) {
        List<PrintedTable> others = new ArrayList<>();
        for (PrintedTable table : tables) {
            kinds.stream().filter(kind -> kind.isOne(table)).findFirst()
                    .ifPresentOrElse(kind -> kind.check(table, audit), () -> others.add(table));
        }
        return others;
    }
}
