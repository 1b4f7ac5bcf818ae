// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.advice.Choice.Option;

/**
 * Picks among strategies that keep up with the fastest.
 *
 * @param choices the scenarios
 */
record Ranking(List<Choice> choices) {

    /** The one that keeps up in most scenarios; of several the one that holds most properties, then the faster one. */
    Optional<Eligibility> first() {
        return choices.stream()
                .flatMap(choice -> choice.options().stream())
                .map(Option::standing)
                .distinct()
                .filter(standing -> standing.mayBeRecommended() && keptUp(standing) > 0)
                .max(Comparator.<Eligibility>comparingLong(this::keptUp)
                        .thenComparingInt(standing -> standing.held().size())
                        .thenComparingDouble(standing -> -meanLog(standing)));
    }

    private long keptUp(Eligibility standing) {
        return options(standing).stream().filter(Option::keepsUp).count();
    }

    private List<Option> options(Eligibility standing) {
        return choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(option -> option.standing().equals(standing) && !option.cost().isMissing())
                .toList();
    }

    private double meanLog(Eligibility standing) {
        return options(standing).stream().mapToDouble(option -> Math.log(option.cost().median())).average().orElse(0);
    }

    /** The first choice where it keeps up; otherwise, of those that do, the one that holds most properties. */
    static Optional<Option> recommended(Choice choice, Optional<Eligibility> first) {
        List<Option> keepUp = choice.options().stream()
                .filter(option -> option.standing().mayBeRecommended() && option.keepsUp())
                .toList();
        return keepUp.stream()
                .filter(option -> first.filter(option.standing()::equals).isPresent())
                .findFirst()
                .or(() -> keepUp.stream().max(Comparator.<Option>comparingInt(option -> option.standing().held().size())
                        .thenComparingDouble(option -> -option.cost().median())));
    }
}
