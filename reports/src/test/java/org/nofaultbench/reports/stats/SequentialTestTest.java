// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    @Test
    void looksAfterTenRoundsAndThenAfterAThirdMoreEachTime() {
        assertThat(IntStream.rangeClosed(1, 40).filter(SequentialTest::isLook)).containsExactly(10, 14, 19, 26, 35);
    }

    @Test
    void decidesAMultipleAtTheFirstLook() {
        SequentialTest<String> sequence = new SequentialTest<>(row -> Margin.DEFAULT);
        assertThat(sequence.look(Map.of("copy", rounds(10, 3, 0.05)))
                        .get("copy")
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Test
    void keepsWhatWasDecidedWhateverIsMeasuredLater() {
        SequentialTest<String> sequence = new SequentialTest<>(row -> Margin.DEFAULT);
        Judgement first = sequence.look(Map.of("a", rounds(10, 1.5, 0.01))).get("a");
        Judgement later = sequence.look(Map.of("a", rounds(14, 0.5, 0.01))).get("a");
        assertThat(later).isEqualTo(first);
    }

    /** The same data at a later look must show more, since each look has less of the error. */
    @Test
    void asksMoreOfALaterLook() {
        Map<String, PairedRounds> open = Map.of("a", rounds(10, 1.0, 0.2));
        Interval first = new SequentialTest<String>(row -> Margin.DEFAULT)
                .look(open)
                .get("a")
                .ratio()
                .interval()
                .orElseThrow();
        SequentialTest<String> later = new SequentialTest<>(row -> Margin.DEFAULT);
        later.look(Map.of("b", rounds(10, 1.0, 0.2)));
        Interval second = later.look(open).get("a").ratio().interval().orElseThrow();
        assertThat(first.isInside(second)).isTrue();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void keepsTheJudgementOfWhatWasNotMeasuredSinceTheLastLook() {
        Map<String, PairedRounds> open = Map.of("a", rounds(10, 1.0, 0.2));
        SequentialTest<String> sequence = new SequentialTest<>(row -> Margin.DEFAULT);
        assertThat(sequence.look(open)).isEqualTo(sequence.look(open));
    }

    @Test
    void judgesEachRowByItsOwnMargin() {
        Map<String, PairedRounds> rows = Map.of("narrow", rounds(10, 1.03, 0.001), "wide", rounds(10, 1.03, 0.001));
        Map<String, Judgement> judged =
                new SequentialTest<String>(row -> new Margin(new Percent(row.equals("wide") ? 5 : 1))).look(rows);
        assertThat(judged.get("narrow").verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judged.get("wide").verdict()).isEqualTo(Verdict.EQUIVALENT);
    }

    private static PairedRounds rounds(int n, double ratio, double spread) {
        Map<Integer, Double> candidate = new HashMap<>();
        Map<Integer, Double> baseline = new HashMap<>();
        for (int round = 1; round <= n; round++) {
            candidate.put(round, 100 * ratio * (1 + spread * (round % 5 - 2) / 2));
            baseline.put(round, 100.0);
        }
        return new PairedRounds(candidate, baseline);
    }
}
