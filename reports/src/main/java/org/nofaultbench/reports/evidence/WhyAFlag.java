// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.StrategyEntry;

/** Why a flag of the kernel, where a handler of the process costs as little? The first question, so it is answered openly. */
final class WhyAFlag implements Question {

    private static final String BENCHMARK = "GuardCost";
    private static final String GUARD = "guard";
    private static final String IN_USE = "guard-pool";
    private static final String READS = "BufferRead";
    private static final String WARM = "warm";
    private static final Set<String> NAMED = Set.of("guard-pool", "guard-libwayland", "guard-list");

    /** What a handler must get right beside reading on; speed is none of it. */
    private static final List<String> DUTIES = List.of(
            "survives-past-sealed-end",
            "survives-unbackable-hole",
            "survives-lost-write",
            "survives-attacker",
            "keeps-valid-pages",
            "tells-loss",
            "tells-second-reader",
            "works-in-two-threads",
            "nests-two-pools",
            "passes-foreign-faults",
            "respects-later-handler",
            "ends-when-repair-fails");

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        evidence.panels(BENCHMARK, Set.of(Panel.STRATEGY)).forEach(panel -> blocks.add(table(panel, evidence)));
        blocks.add(new Prose(Sentence.join(
                "Not for speed in the normal case: a handler that stays installed costs nanoseconds an"
                        + " access or, if it guards the whole process, nothing.",
                healthy(evidence))));
        blocks.add(
                new Prose(
                        "For ownership: a process has one SIGBUS handler. A library that cannot know who else sets it must"
                                + " set it around every access (guard-list), and whoever comes later silently switches all others off."));
        blocks.add(new Prose(
                "For correctness: a handler runs at any instruction of any thread, may call next to nothing and changes"
                        + " the address space under the other threads." + defects(evidence)));
        blocks.add(
                new Prose(
                        "For reads that no handler sees: a write(2) or sendmsg(2) from the mapping gets EFAULT and no signal."));
        blocks.add(new Prose("Against it: libraries could agree on one handler for all of them, without a new kernel."
                + flawless(evidence) + " So far each has written its own."));
        return new Content("why", "Why a kernel flag, when a handler costs as little?", "", blocks);
    }

    private static Table table(Panel panel, PatchEvidence evidence) {
        Scale scale = Scale.NANOSECONDS;
        return new PanelBlocks(evidence.run(), panel, new AnchorIds("why"))
                .table(
                        panel.title() + ", per access",
                        Panel.STRATEGY,
                        List.of(
                                "begin and end, " + scale.unit(),
                                "minus " + Baselines.named(panel) + ", " + scale.unit()),
                        panel.cells().stream()
                                .filter(cell -> NAMED.contains(cell.rowName()) || evidence.isNoFault(cell))
                                .filter(cell -> !cell.figures().isEmpty())
                                .toList(),
                        cell -> List.of(Entry.figure(cell, scale), Entry.difference(cell, scale)));
    }

    /** The flag, or what stands in for it, against the handler in use; a ratio each, none of them picked. */
    private static Sentence healthy(PatchEvidence evidence) {
        List<Sentence> ratios = PairwiseComparison.all(evidence).stream()
                .filter(comparison -> comparison.other().equals(IN_USE)
                        && READS.equals(comparison.place().fixed().get("benchmark")))
                .filter(comparison -> WARM.equals(comparison.place().fixed().get(Panel.WORKLOAD)))
                .map(comparison -> Sentence.join(
                        comparison.place().fixed().getOrDefault(Panel.SIZE, "-"),
                        " ",
                        comparison.ratio(),
                        " ",
                        comparison.judgement().verdict().label()))
                .toList();
        return ratios.isEmpty()
                ? Sentence.EMPTY
                : Sentence.join(
                        " Time of ",
                        evidence.subject().orElseThrow().id(),
                        " over that of " + IN_USE + " in " + READS + "." + WARM + ": ",
                        Sentence.list("; ", ratios),
                        ".");
    }

    private static List<StrategyEntry> handlers(PatchEvidence evidence) {
        return evidence.strategies().stream()
                .filter(strategy -> strategy.family().equals(GUARD) && strategy.proven() != null)
                .toList();
    }

    private static String defects(PatchEvidence evidence) {
        Properties properties = new Properties(evidence.strategies());
        List<StrategyEntry> handlers = handlers(evidence);
        String defects = DUTIES.stream()
                .map(duty -> new Defect(
                        duty,
                        handlers.stream()
                                .map(StrategyEntry::id)
                                .filter(id -> properties.lacks(id, duty))
                                .toList()))
                .filter(defect -> !defect.handlers.isEmpty())
                .map(Defect::words)
                .collect(Collectors.joining("; "));
        return defects.isEmpty()
                ? ""
                : " Found missing by experiment, of " + handlers.size() + " handlers: " + defects + ".";
    }

    private record Defect(String duty, List<String> handlers) {

        String words() {
            return duty + " in " + (handlers.size() > 3 ? handlers.size() : String.join(", ", handlers));
        }
    }

    private static String flawless(PatchEvidence evidence) {
        Properties properties = new Properties(evidence.strategies());
        String flawless = handlers(evidence).stream()
                .map(StrategyEntry::id)
                .filter(id -> DUTIES.stream().allMatch(duty -> properties.has(id, duty)))
                .collect(Collectors.joining(", "));
        return flawless.isEmpty()
                ? " No handler of this run passed all of these experiments."
                : " It can be written: " + flawless + " passed all of these experiments.";
    }
}
