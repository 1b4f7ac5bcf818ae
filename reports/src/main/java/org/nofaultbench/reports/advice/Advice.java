// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Percent;

/**
 * Which strategy to use on the machine of a run.
 *
 * @param clientShare share of all reads that go to pools whose client has sealed its file against shrinking
 * @param eligibilities every strategy in the order of the manifest
 * @param firstChoice the one to use wherever nothing else is said; empty where none may be recommended
 * @param choices one a scenario
 * @param breakEvens where copying and not copying change places, by quantity
 * @param models what each strategy adds to the unguarded read, by size
 * @param regrets how the choice does at sizes that were left out of it
 * @param sources what each part of a cost was taken from
 */
record Advice(
        Analysis analysis,
        Percent clientShare,
        List<Eligibility> eligibilities,
        Optional<Eligibility> firstChoice,
        List<Choice> choices,
        List<BreakEvens> breakEvens,
        List<SizeModel> models,
        List<Regret> regrets,
        Map<String, List<String>> sources) {

    /**
     * The choice validated at one size: it was made from the other sizes alone.
     *
     * @param scenario a read of the whole buffer of the size that was left out
     * @param used the first choice of the others
     * @param best the fastest there of those that may be recommended
     * @param ratio of the time of the used over that of the best; at least 1 but for noise
     */
    record Regret(Scenario scenario, Eligibility used, Eligibility best, Estimate ratio) {}

    /** What was not measured, with the strategies whose cost it keeps unknown in some scenario. */
    Map<String, Set<String>> missing() {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(option -> option.strategy().isComparable())
                .forEach(option -> option.cost()
                        .missing()
                        .forEach(what -> missing.computeIfAbsent(what, name -> new LinkedHashSet<>())
                                .add(option.strategy().id())));
        return missing;
    }
}
