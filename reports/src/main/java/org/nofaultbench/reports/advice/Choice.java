// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Verdict;

/**
 * One scenario's answer.
 *
 * @param scenario what was asked
 * @param options every strategy in the order of the manifest, also those whose cost is not known
 * @param recommended the one to use; empty where none may be recommended
 * @param mix what it would be together with {@code sealed} for the clients that co-operate; empty where none do
 */
public record Choice(Scenario scenario, List<Option> options, Optional<Option> recommended, Optional<Mix> mix) {

    /**
     * One strategy.
     *
     * @param strategy which one, and whether it may be recommended
     * @param cost of one read
     * @param judgement against the fastest of those that may be recommended; empty for that one and without a figure
     * @param fastest whether it is that one
     */
    public record Option(Eligibility strategy, Times cost, Optional<Judgement> judgement, boolean fastest) {

        /** Not shown to be slower than the fastest. */
        public boolean keepsUp() {
            return fastest
                    || judgement.filter(of -> of.verdict() != Verdict.SLOWER).isPresent();
        }
    }

    /**
     * Two ways at once: one for the clients that sealed their file and the recommended one for the others.
     *
     * @param sealed how those that co-operate are read
     * @param cost of one read, weighted by the share of either
     * @param judgement against the recommended way for all of them; empty where a figure is missing
     */
    public record Mix(Eligibility sealed, Times cost, Optional<Judgement> judgement) {

        /** Whether reading the sealed files in another way is worth the second path. */
        public boolean pays() {
            return judgement.filter(of -> of.verdict() == Verdict.FASTER).isPresent();
        }
    }
}
