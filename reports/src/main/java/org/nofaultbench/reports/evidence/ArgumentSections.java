// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.evidence.PatchEvidence.Compared;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.report.VerdictCounts;
import org.nofaultbench.reports.stats.Verdict;

/** The sections of the mail that argue: where the flag loses, why it is wanted all the same, and what is not shown. */
record ArgumentSections(PatchEvidence evidence) {

    private static final String IN_USE = "guard-pool";
    private static final Set<String> NAMED = Set.of(IN_USE, "guard-libwayland", "guard-list");

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

    Content losses() {
        List<Block> blocks = new ArrayList<>();
        evidence.subject().ifPresent(subject -> {
            evidence.comparisons().stream()
                    .collect(Collectors.groupingBy(Compared::place, LinkedHashMap::new, Collectors.toList()))
                    .forEach((place, compared) -> addSlower(blocks, place, compared));
            if (blocks.isEmpty()) {
                blocks.add(new Prose("No place where it is SLOWER (" + subject.id() + ")."));
            }
            List<String> lacking = new ArrayList<>();
            for (String property : evidence.matrix().properties()) {
                List<String> having = ids(evidence.strategies(), strategy -> strategy.has(property));
                if (subject.lacks(property) && !having.isEmpty()) {
                    lacking.add(property + " (yes: " + (having.contains(IN_USE) ? IN_USE : having.get(0))
                            + (having.size() > 1 ? " and " + (having.size() - 1) + " more)" : ")"));
                }
            }
            if (!lacking.isEmpty()) {
                blocks.add(new Prose("Failed tests: " + String.join("; ", lacking) + "."));
            }
        });
        return new Content(
                "losses",
                evidence.subject().filter(StrategyEntry::standIn).isPresent()
                        ? "Where the stand-in for the flag is slower or lacks a property"
                        : "Where the flag is slower or lacks a property",
                evidence.subject()
                        .map(subject ->
                                "Every place where " + subject.id() + " is SLOWER than others, judged over all such"
                                        + " pairs together: ratio of its time to that of the fastest of them, and of "
                                        + IN_USE + " where SLOWER than it."
                                        + (subject.standIn() ? " After a fault the stand-in is a signal handler." : ""))
                        .orElse("No no-fault mapping was measured in this run."),
                blocks);
    }

    /** The worst comparison of a place and the one with the guard in use. */
    private static void addSlower(List<Block> blocks, Panel place, List<Compared> all) {
        List<Compared> lost = all.stream()
                .filter(one -> one.judgement().verdict() == Verdict.SLOWER)
                .sorted(Comparator.comparingDouble(
                        one -> -one.judgement().ratio().median()))
                .toList();
        if (!lost.isEmpty()) {
            List<Sentence> ratios = lost.stream()
                    .filter(one -> one == lost.get(0) || one.other().equals(IN_USE))
                    .map(one -> Sentence.of("{} of {}", one.ratio(), one.other()))
                    .toList();
            String slower = place.title() + ": SLOWER than " + lost.size() + " of " + all.size() + ": ";
            blocks.add(new Prose(Sentence.of("{}{}", slower, Sentence.list(", ", ratios))));
        }
    }

    private static List<String> ids(List<StrategyEntry> strategies, Predicate<StrategyEntry> kind) {
        return strategies.stream().filter(kind).map(StrategyEntry::id).toList();
    }

    /** Why a flag of the kernel, where a handler of the process costs as little? The first question, so it is answered openly. */
    Content whyAFlag() {
        List<Block> blocks = new ArrayList<>();
        evidence.panels("GuardCost", Set.of(Panel.STRATEGY)).forEach(panel -> blocks.add(entryCosts(panel)));
        List<StrategyEntry> handlers = evidence.strategies().stream()
                .filter(strategy -> strategy.family().equals("guard") && strategy.proven() != null)
                .toList();
        String flawless =
                String.join(", ", ids(handlers, strategy -> DUTIES.stream().allMatch(strategy::has)));
        blocks.add(new Prose(Sentence.of(
                "Not for speed in the normal case: a handler that stays installed costs nanoseconds per access, or"
                        + " nothing if it guards the whole process.{}",
                healthy())));
        blocks.add(
                new Prose("Ownership: a process has one SIGBUS handler. A library that does not know who else sets it"
                        + " must set it around every access (guard-list), and the last one to set it silently"
                        + " disables all others."));
        blocks.add(new Prose(
                "Correctness: a handler runs at any instruction of any thread, may call almost nothing, and changes"
                        + " the address space of the other threads."
                        + defects(handlers)));
        blocks.add(new Prose("Reads without a signal: a write(2) or sendmsg(2) from the mapping fails with EFAULT, and"
                + " no handler runs."));
        blocks.add(
                new Prose("Against a flag: libraries could agree on one handler for all of them, without a new kernel. "
                        + (flawless.isEmpty()
                                ? "No handler of this run passed all of these tests."
                                : "Such handlers exist: " + flawless + " passed all of these tests.")
                        + " So far each library has its own."));
        return new Content("why", "Why a kernel flag, if a handler can be as fast?", "", blocks);
    }

    private Table entryCosts(Panel panel) {
        List<CellResult> shown = panel.cells().stream()
                .filter(cell -> NAMED.contains(cell.rowName()) || evidence.isNoFault(cell))
                .filter(CellResult::hasFigure)
                .toList();
        return Table.ofCells(panel.title() + ", per access", Panel.STRATEGY, shown)
                .column("begin and end, ns", cell -> Entry.figure(cell, Scale.NANOSECONDS))
                .column("minus " + Baselines.named(panel) + ", ns", cell -> Entry.difference(cell, Scale.NANOSECONDS))
                .table();
    }

    /** The flag, or what stands in for it, against the handler in use; a ratio each, none of them picked. */
    private Sentence healthy() {
        List<Sentence> ratios = evidence.comparisons().stream()
                .filter(one -> one.other().equals(IN_USE) && one.place().title().startsWith("BufferRead.warm"))
                .map(one -> Sentence.of(
                        "{} {} {}",
                        one.place().fixed().getOrDefault(Panel.SIZE, "-"),
                        one.ratio(),
                        one.judgement().verdict().label()))
                .toList();
        return ratios.isEmpty()
                ? Sentence.EMPTY
                : Sentence.of(
                        " Time of {} over that of " + IN_USE + " in BufferRead.warm: {}.",
                        evidence.subject().orElseThrow().id(),
                        Sentence.list("; ", ratios));
    }

    private static String defects(List<StrategyEntry> handlers) {
        List<String> defects = new ArrayList<>();
        for (String duty : DUTIES) {
            List<String> lacking = ids(handlers, strategy -> strategy.lacks(duty));
            if (!lacking.isEmpty()) {
                defects.add(duty + " in " + (lacking.size() > 3 ? lacking.size() : String.join(", ", lacking)));
            }
        }
        return defects.isEmpty()
                ? ""
                : " Of " + DUTIES.size() + " tests that concern handlers the " + handlers.size() + " handlers failed: "
                        + String.join("; ", defects) + ".";
    }

    Content scope() {
        return new Content(
                "scope",
                "What this does not show",
                "",
                List.of(
                        new Prose(
                                "One machine, one boot: another processor, kernel or memory layout may change the order of"
                                        + " the rows, and no interval covers that."),
                        new Prose(Sentence.of(
                                "The whole run{}: `reports.jar text RUN` or `reports.jar html RUN`.",
                                evidence.isEmulated()
                                        ? ""
                                        : Sentence.of(", {}", VerdictCounts.counts(evidence.run()))))));
    }
}
