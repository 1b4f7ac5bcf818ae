// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.stats.Direction;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.SequentialTest;
import org.nofaultbench.reports.stats.Verdict;

class SequentialPairTestTest {

    private static final Duration FORK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_LOOK = SequentialTest.nextLook(0);

    private final FakePairs forks = new FakePairs(FORK, 0.002);
    private final Map<String, PairSpec> specs = new LinkedHashMap<>();

    private Map<String, SequentialPairTest.Result> decide(Duration limit, long seed) throws IOException {
        return new SequentialPairTest(
                        specs, forks, Margin.DEFAULT, limit, SequentialPairTest.Listener.silent(), forks::nanos)
                .decide(seed);
    }

    private static Verdict verdict(SequentialPairTest.Result row) {
        return row.judgement().verdict();
    }

    @Test
    void stopsAtTheFirstLookThatDecides() throws IOException {
        specs.put("same", forks.pair(1, 1));

        SequentialPairTest.Result row = decide(LIMIT, 1).get("same");

        assertThat(verdict(row)).isEqualTo(Verdict.EQUIVALENT);
        assertThat(row.forks()).isEqualTo(FIRST_LOOK);
        assertThat(row.taken()).isEqualTo(FORK.multipliedBy(FIRST_LOOK));
        assertThat(row.blocks()).isEqualTo(4L * FIRST_LOOK);
        assertThat(row.involuntarySwitches()).isEqualTo(FIRST_LOOK);
    }

    @Test
    void tellsTheSlowerFromTheFaster() throws IOException {
        specs.put("slower", forks.pair(1, 1.02));
        specs.put("faster", forks.pair(2, 0.98));

        Map<String, SequentialPairTest.Result> rows = decide(LIMIT, 1);

        assertThat(verdict(rows.get("slower"))).isEqualTo(Verdict.SLOWER);
        assertThat(verdict(rows.get("faster"))).isEqualTo(Verdict.FASTER);
        assertThat(rows.get("slower").candidateNs().median())
                .isGreaterThan(rows.get("slower").baselineNs().median());
    }

    @Test
    void spendsForksOnlyOnWhatIsStillOpen() throws IOException {
        specs.put("clear", forks.pair(1, 1.5));
        // Beside this noise neither verdict is near.
        specs.put("open", forks.pair(2, 1.01));
        forks.disturb(2, 0.3);

        Map<String, SequentialPairTest.Result> rows = decide(LIMIT, 1);

        assertThat(rows.get("clear").forks()).isEqualTo(FIRST_LOOK);
        assertThat(verdict(rows.get("clear"))).isEqualTo(Verdict.SLOWER);
        assertThat(rows.get("open").forks()).isGreaterThan(FIRST_LOOK);
    }

    @Test
    void looksOnceMoreWhenTheTimeIsUp() throws IOException {
        FakePairs noisy = new FakePairs(FORK, 0.3);
        specs.put("noisy", noisy.pair(1, 1.01));
        Duration limit = FORK.multipliedBy(FIRST_LOOK + 2);

        SequentialPairTest.Result row = new SequentialPairTest(
                        specs, noisy, Margin.DEFAULT, limit, SequentialPairTest.Listener.silent(), noisy::nanos)
                .decide(1)
                .get("noisy");

        assertThat(verdict(row)).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.judgement().lean()).isNotEqualTo(Direction.NEITHER);
        assertThat(row.forks()).isEqualTo(FIRST_LOOK + 2);
        assertThat(row.judgement().ratio().n()).isEqualTo(FIRST_LOOK + 2);
        assertThat(row.taken()).isEqualTo(limit);
    }

    @Test
    void concludesNothingFromTooFewForks() throws IOException {
        specs.put("x", forks.pair(1, 2));
        specs.put("y", forks.pair(2, 2));

        Map<String, SequentialPairTest.Result> rows = decide(Duration.ofMillis(1), 1);

        assertThat(rows.values()).allMatch(row -> verdict(row) == Verdict.TOO_FEW && row.forks() == 1);
    }

    @Test
    void aFailedForkFailsTheDuel() {
        specs.put("same", forks.pair(1, 1));
        forks.failAtFork(3);

        assertThatThrownBy(() -> decide(LIMIT, 1))
                .isInstanceOf(IOException.class)
                .hasMessage("a fork failed: number=3");
    }

    @Test
    void theSeedRepeatsEveryChance() throws IOException {
        specs.put("x", forks.pair(1, 1));
        specs.put("y", forks.pair(2, 1));
        decide(LIMIT, 5);
        List<Long> seeds = List.copyOf(forks.seeds());
        List<Long> order = List.copyOf(forks.measured());
        forks.seeds().clear();
        forks.measured().clear();
        decide(LIMIT, 5);

        assertThat(forks.seeds()).isEqualTo(seeds).doesNotHaveDuplicates();
        assertThat(forks.measured()).isEqualTo(order);
    }

    @Test
    void everyRoundHasAnOrderOfItsOwn() throws IOException {
        specs.put("x", forks.pair(1, 1));
        specs.put("y", forks.pair(2, 1));
        decide(LIMIT, 5);

        List<Long> firsts = new ArrayList<>();
        for (int i = 0; i < forks.measured().size(); i += 2) {
            firsts.add(forks.measured().get(i));
        }
        assertThat(firsts).contains(1L, 2L);
    }

    @Test
    void isToldOfEveryForkAndOfTheLastLook() throws IOException {
        specs.put("noisy", forks.pair(1, 1.005));
        List<Integer> told = new ArrayList<>();
        List<Integer> lookedAt = new ArrayList<>();
        new SequentialPairTest(
                        specs,
                        forks,
                        new Margin(new Percent(0.1)),
                        LIMIT,
                        (row, forkCount, ratio, judgement, elapsed) -> {
                            told.add(forkCount);
                            judgement.ifPresent(
                                    look -> lookedAt.add(look.ratio().n()));
                        },
                        forks::nanos)
                .decide(1);

        assertThat(told).startsWith(1, 2, 3).hasSize(forks.measured().size());
        assertThat(lookedAt).allMatch(n -> n >= FIRST_LOOK);
    }
}
