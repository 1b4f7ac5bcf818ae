// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.stats.Percent;

/**
 * Which strategy to use on the machine of a run.
 *
 * @param analysis the run
 * @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking
 * @param standings every strategy in the order of the manifest
 * @param firstChoice the one to use wherever nothing else is said; empty where none may be recommended
 * @param choices one a scenario
 * @param breakEvens where copying and not copying change places, by quantity
 * @param sources what each part of a cost was taken from
 */
public record Advice(
        Analysis analysis,
        Percent clientShare,
        List<Eligibility> standings,
        Optional<Eligibility> firstChoice,
        List<Choice> choices,
        List<BreakEvens> breakEvens,
        Map<String, List<String>> sources) {

    /** What was not measured, with the strategies whose cost it keeps unknown in some scenario. */
    public Map<String, Set<String>> missing() {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(option -> option.standing().isComparable())
                .forEach(option -> option.cost().missing().forEach(what ->
                        missing.computeIfAbsent(what, name -> new LinkedHashSet<>()).add(option.standing().id())));
        return missing;
    }

    /** The scenarios in which the first choice keeps up with the fastest. */
    public long keptUp() {
        return firstChoice.map(first -> choices.stream()
                .filter(choice -> choice.options().stream()
                        .anyMatch(option -> option.standing().equals(first) && option.keepsUp()))
                .count()).orElse(0L);
    }
}
