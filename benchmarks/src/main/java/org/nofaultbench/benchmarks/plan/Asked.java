// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.nativelib.StrategyInfo;

/**
 * The parameters that a workload is asked with, in display order, from which preset on, and of whom. Time is short: a
 * cell costs half a second a round, so that a question beside the main ones is put to one strategy of each kind first.
 *
 * @param questions in display order
 */
record Asked(List<Question> questions) {

    /** The controls, one of each family, and what copying costs at its best. */
    private static final Set<String> FEW = Set.of(
            "unguarded-shared", "sealed", "guard-pool", "guard-huge-tail", "nofault-private", "nofault-emulated", "copy-pread",
            "copy-guarded");

    /**
     * One combination of parameters.
     *
     * @param ofFew the first preset that asks one strategy of each kind
     * @param ofAll the first preset that asks every strategy
     */
    private record Question(Parameters parameters, Preset ofFew, Preset ofAll) {}

    /** Once, without parameters. */
    static Asked once() {
        return nothing().from(Preset.QUICK, Parameters.none());
    }

    static Asked nothing() {
        return new Asked(List.of());
    }

    /** Of every strategy from that preset on. */
    Asked from(Preset first, Parameters... parameters) {
        return from(first, Arrays.asList(parameters));
    }

    Asked from(Preset first, List<Parameters> parameters) {
        return with(first, first, parameters);
    }

    /** Of one strategy of each kind from that preset on, of every strategy in the full one. */
    Asked ofFewFrom(Preset first, Parameters... parameters) {
        return ofFewFrom(first, Arrays.asList(parameters));
    }

    Asked ofFewFrom(Preset first, List<Parameters> parameters) {
        return with(first, Preset.FULL, parameters);
    }

    /** Of one strategy of each kind from one preset on, of every strategy from another. */
    Asked with(Preset ofFew, Preset ofAll, List<Parameters> parameters) {
        List<Question> more = new ArrayList<>(questions);
        parameters.forEach(each -> more.add(new Question(each, ofFew, ofAll)));
        return new Asked(List.copyOf(more));
    }

    /** What this preset asks of anybody. */
    List<Parameters> in(Preset preset) {
        return questions.stream()
                .filter(question -> preset.includes(question.ofFew))
                .map(Question::parameters)
                .toList();
    }

    /** Why this preset does not ask it of that strategy; its row stays. */
    Optional<String> notAsked(Preset preset, Parameters parameters, StrategyInfo strategy) {
        boolean asked = FEW.contains(strategy.id())
                || questions.stream()
                        .anyMatch(question ->
                                question.parameters.equals(parameters) && preset.includes(question.ofAll));
        return asked
                ? Optional.empty()
                : Optional.of("not asked in preset " + preset.id() + ", for want of time; `run full` asks every strategy");
    }
}
