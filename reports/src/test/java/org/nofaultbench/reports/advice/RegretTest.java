// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.advice.Advice.Regret;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Eligibility.Rank;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.model.StrategyEntry;

/** The choice validated at the sizes that were left out of it. */
class RegretTest {

    private static final Eligibility GUARD = strategy("guard", List.of());
    /** Holds a property more, so that it would be chosen from both sizes together. */
    private static final Eligibility COPY = strategy("copy", List.of("tells-loss"));

    /** Each is the fastest at one of two sizes: chosen from the other size alone, it is 3 and 2 times too slow. */
    @Test
    void isOfAChoiceThatDoesNotKnowTheSize() {
        List<Regret> regrets = Advice.regrets(List.of(choice("small", 10, 20), choice("large", 300, 100)));
        assertThat(regrets).extracting(Regret::used).containsExactly(COPY, GUARD);
        assertThat(regrets).extracting(Regret::best).containsExactly(GUARD, COPY);
        assertThat(regrets.get(0).ratio().median()).isCloseTo(2, within(1e-12));
        assertThat(regrets.get(1).ratio().median()).isCloseTo(3, within(1e-12));
    }

    @Test
    void isOneWhereTheOtherSizesChooseTheFastest() {
        List<Regret> regrets = Advice.regrets(List.of(choice("small", 10, 20), choice("large", 100, 300)));
        assertThat(regrets).extracting(regret -> regret.ratio().median()).containsExactly(1.0, 1.0);
    }

    @Test
    void isUnknownWhereOneSizeIsAllThereIs() {
        assertThat(Advice.regrets(List.of(choice("small", 10, 20)))).isEmpty();
    }

    private static Choice choice(String size, double guardNs, double copyNs) {
        return new Choice(
                Scenario.kept(Use.READ, size, 1, Scenario.WHOLE, 1),
                List.of(option(GUARD, guardNs, guardNs < copyNs), option(COPY, copyNs, copyNs < guardNs)),
                Optional.empty(),
                Optional.empty());
    }

    private static Option option(Eligibility strategy, double ns, boolean fastest) {
        return new Option(
                strategy,
                Times.measured(Map.of(1, ns, 2, ns * 1.1, 3, ns * 0.9), Set.of("cell")),
                Optional.empty(),
                fastest,
                "");
    }

    private static Eligibility strategy(String id, List<String> held) {
        return new Eligibility(
                new StrategyEntry(id, id, id, "", false, List.of(), null, null, null),
                Rank.RECOMMENDED,
                "",
                held,
                List.of(),
                List.of());
    }
}
