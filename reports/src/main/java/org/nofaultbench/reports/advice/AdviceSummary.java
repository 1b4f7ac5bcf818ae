// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The advice in a few sentences, the one about copying first. */
final class AdviceSummary {

    private static final int FEW = 4;

    private final Advice advice;

    AdviceSummary(Advice advice) {
        this.advice = advice;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of(new AdviceLead(advice).sentence()));
        advice.firstChoice().ifPresent(first -> sentences.add(use(first) + exceptions(first)));
        sentences.add(clients());
        return sentences;
    }

    private String use(Eligibility first) {
        int properties = first.held().size() + first.lost().size();
        String word = advice.analysis().run().manifest().proof() == null
                ? ", none of them proven on this kernel"
                : first.onItsWord().isEmpty() ? "" : ", some of what it has to survive on its word";
        return "First choice: " + first.name() + ". It keeps up with the fastest in " + advice.keptUp() + " of "
                + advice.choices().size() + " scenarios and holds " + first.held().size() + " of " + properties + " properties"
                + word + ".";
    }

    /** Others are worth a sentence where they are few; the tables have them all. */
    private String exceptions(Eligibility first) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Choice choice : advice.choices()) {
            choice.recommended().filter(option -> !option.standing().equals(first)).ifPresent(option ->
                    others.computeIfAbsent(option.standing().name(), name -> new ArrayList<>()).add(
                            AdviceWords.read(choice.scenario()) + ", " + AdviceWords.life(choice.scenario().life())));
        }
        StringBuilder text = new StringBuilder();
        others.forEach((name, where) -> text.append(" Use ").append(name).append(" instead for ")
                .append(String.join("; ", where.subList(0, Math.min(FEW, where.size()))))
                .append(where.size() > FEW ? "; and " + (where.size() - FEW) + " more." : "."));
        return text.toString();
    }

    private String clients() {
        if (advice.clientShare().value() == 0) {
            return "No client is taken to seal its file: --client-share says how many do.";
        }
        List<Choice> mixed = advice.choices().stream()
                .filter(choice -> choice.mix().flatMap(Choice.Mix::judgement).isPresent())
                .toList();
        if (mixed.isEmpty()) {
            return "What " + advice.clientShare() + " of clients with sealed files would change is not known: no strategy for them"
                    + " has a figure.";
        }
        long pays = mixed.stream().filter(choice -> choice.mix().orElseThrow().pays()).count();
        return "With " + advice.clientShare() + " of the reads from clients that sealed their file, reading those through "
                + mixed.get(0).mix().orElseThrow().sealed().name() + " is shown to be faster in " + pays + " of "
                + mixed.size() + " scenarios; the others need the first choice all the same.";
    }
}
