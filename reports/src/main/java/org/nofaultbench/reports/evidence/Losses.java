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
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Verdict;

/** Where does the no-fault mapping lose, in time and in what it does for its user? */
final class Losses implements Question {

    private static final String IN_USE = "guard-pool";

    @Override
    public Content answer(PatchEvidence dossier) {
        List<Block> blocks = new ArrayList<>();
        dossier.subject().ifPresent(subject -> {
            slower(dossier, subject).forEach(text -> blocks.add(new Prose(text)));
            lacking(dossier, subject).ifPresent(text -> blocks.add(new Prose(text)));
        });
        return Content.of("losses", "Where the flag loses", explanation(dossier), blocks);
    }

    private static String explanation(PatchEvidence dossier) {
        return dossier.subject().map(subject -> "Every place where " + subject.id() + " is SLOWER than others, judged over all such"
                + " pairs together: ratio of its time to that of the worst of them and of " + IN_USE + "."
                + (subject.standIn() ? " What the stand-in loses after a fault it loses as a handler." : ""))
                .orElse("No no-fault mapping was measured in this run.");
    }

    private static List<String> slower(PatchEvidence dossier, StrategyEntry subject) {
        Map<Panel, List<PairwiseComparison>> places = PairwiseComparison.all(dossier).stream()
                .collect(Collectors.groupingBy(PairwiseComparison::place, LinkedHashMap::new, Collectors.toList()));
        List<String> texts = places.entrySet().stream()
                .filter(place -> place.getValue().stream().anyMatch(Losses::isSlower))
                .map(place -> place.getKey().title() + ": " + sentence(place.getValue()))
                .toList();
        return texts.isEmpty() ? List.of("In time: nowhere that this run could show (" + subject.id() + ").") : texts;
    }

    private static String sentence(List<PairwiseComparison> duels) {
        List<PairwiseComparison> lost = duels.stream().filter(Losses::isSlower).toList();
        PairwiseComparison worst = lost.stream().max(Comparator.comparingDouble(duel -> duel.judgement().ratio().median())).orElseThrow();
        String inUse = lost.stream()
                .filter(duel -> duel.other().equals(IN_USE) && duel != worst)
                .map(duel -> ", " + words(duel))
                .collect(Collectors.joining());
        return "SLOWER than " + lost.size() + " of " + duels.size() + ": " + words(worst) + inUse;
    }

    private static String words(PairwiseComparison duel) {
        return Numbers.ratioWithInterval(duel.judgement().ratio()) + " of " + duel.other();
    }

    private static boolean isSlower(PairwiseComparison duel) {
        return duel.judgement().verdict() == Verdict.SLOWER;
    }

    /** What an experiment found missing that it found in a guard. */
    private static Optional<String> lacking(PatchEvidence dossier, StrategyEntry subject) {
        Properties properties = new Properties(dossier.strategies());
        String lacking = properties.ids().stream()
                .filter(property -> properties.lacks(subject.id(), property))
                .filter(property -> dossier.strategies().stream().anyMatch(of -> properties.has(of.id(), property)))
                .map(property -> property + " (yes: " + having(dossier, properties, property) + ")")
                .collect(Collectors.joining("; "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of("It has not, by experiment: " + lacking + ".");
    }

    private static String having(PatchEvidence dossier, Properties properties, String property) {
        List<String> having = dossier.strategies().stream()
                .map(StrategyEntry::id)
                .filter(id -> properties.has(id, property))
                .toList();
        boolean inUse = having.contains(IN_USE);
        return (inUse ? IN_USE : having.get(0)) + (having.size() > 1 ? " and " + (having.size() - 1) + " more" : "");
    }
}
