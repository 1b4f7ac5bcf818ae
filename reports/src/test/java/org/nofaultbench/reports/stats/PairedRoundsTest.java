// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedRoundsTest {

    @Test
    void formsTheRatioWithinTheRoundSoThatDriftCancels() {
        Map<Integer, Double> baseline = new HashMap<>();
        Map<Integer, Double> candidate = new HashMap<>();
        for (int round = 1; round <= 8; round++) {
            baseline.put(round, 100.0 * round);
            candidate.put(round, 110.0 * round);
        }
        Estimate ratio = new PairedRounds(candidate, baseline).ratio().orElseThrow();
        assertThat(ratio.median()).isCloseTo(1.1, within(1e-12));
        assertThat(ratio.interval().orElseThrow().high()).isCloseTo(1.1, within(1e-12));
        assertThat(ratio.n()).isEqualTo(8);
    }

    @Test
    void usesOnlyTheRoundsThatBothSidesHave() {
        PairedRounds pair = new PairedRounds(Map.of(1, 2.0, 2, 3.0, 4, 8.0), Map.of(1, 1.0, 3, 1.0, 4, 2.0));
        assertThat(pair.rounds()).containsExactly(1, 4);
        assertThat(pair.ratio().orElseThrow()).isEqualTo(Estimate.of(List.of(2.0, 4.0)));
        assertThat(pair.difference(Estimate.CONFIDENCE).orElseThrow().median()).isEqualTo(3.5);
    }

    @Test
    void hasNothingToSayWithoutACommonRound() {
        assertThat(new PairedRounds(Map.of(1, 2.0), Map.of(2, 2.0)).ratio()).isEmpty();
    }
}
