// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Verdict;

/** Where does the no-fault mapping lose, in time and in what it does for its user? */
final class Losses implements Question {

    private static final String IN_USE = "guard-pool";

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        evidence.subject().ifPresent(subject -> {
            slower(evidence, subject).forEach(sentence -> blocks.add(new Prose(sentence)));
            lacking(evidence, subject).ifPresent(text -> blocks.add(new Prose(text)));
        });
        return new Content("losses", "Where the flag loses", explanation(evidence), blocks);
    }

    private static String explanation(PatchEvidence evidence) {
        return evidence.subject()
                .map(subject -> "Every place where " + subject.id() + " is SLOWER than others, judged over all such"
                        + " pairs together: ratio of its time to that of the worst of them and of " + IN_USE + "."
                        + (subject.standIn() ? " What the stand-in loses after a fault it loses as a handler." : ""))
                .orElse("No no-fault mapping was measured in this run.");
    }

    private static List<Sentence> slower(PatchEvidence evidence, StrategyEntry subject) {
        Map<Panel, List<PairwiseComparison>> places = PairwiseComparison.all(evidence).stream()
                .collect(Collectors.groupingBy(PairwiseComparison::place, LinkedHashMap::new, Collectors.toList()));
        List<Sentence> sentences = places.entrySet().stream()
                .filter(place -> place.getValue().stream().anyMatch(Losses::isSlower))
                .map(place -> Sentence.join(place.getKey().title(), ": ", sentence(place.getValue())))
                .toList();
        return sentences.isEmpty()
                ? List.of(Sentence.join("In time: nowhere that this run could show (" + subject.id() + ")."))
                : sentences;
    }

    private static Sentence sentence(List<PairwiseComparison> comparisons) {
        List<PairwiseComparison> lost =
                comparisons.stream().filter(Losses::isSlower).toList();
        PairwiseComparison worst = lost.stream()
                .max(Comparator.comparingDouble(
                        comparison -> comparison.judgement().ratio().median()))
                .orElseThrow();
        List<Sentence> shown = new ArrayList<>(List.of(words(worst)));
        lost.stream()
                .filter(comparison -> comparison.other().equals(IN_USE) && comparison != worst)
                .forEach(comparison -> shown.add(words(comparison)));
        return Sentence.join("SLOWER than ", lost.size(), " of ", comparisons.size(), ": ", Sentence.list(", ", shown));
    }

    private static Sentence words(PairwiseComparison comparison) {
        return Sentence.join(comparison.ratio(), " of ", comparison.other());
    }

    private static boolean isSlower(PairwiseComparison comparison) {
        return comparison.judgement().verdict() == Verdict.SLOWER;
    }

    /** What an experiment found missing that it found in a guard. */
    private static Optional<String> lacking(PatchEvidence evidence, StrategyEntry subject) {
        Properties properties = new Properties(evidence.strategies());
        String lacking = properties.ids().stream()
                .filter(property -> properties.lacks(subject.id(), property))
                .filter(property -> evidence.strategies().stream().anyMatch(of -> properties.has(of.id(), property)))
                .map(property -> property + " (yes: " + having(evidence, properties, property) + ")")
                .collect(Collectors.joining("; "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of("It has not, by experiment: " + lacking + ".");
    }

    private static String having(PatchEvidence evidence, Properties properties, String property) {
        List<String> having = evidence.strategies().stream()
                .map(StrategyEntry::id)
                .filter(id -> properties.has(id, property))
                .toList();
        boolean inUse = having.contains(IN_USE);
        return (inUse ? IN_USE : having.get(0)) + (having.size() > 1 ? " and " + (having.size() - 1) + " more" : "");
    }
}
