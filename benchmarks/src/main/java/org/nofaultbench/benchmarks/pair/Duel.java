// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.SequentialTest;

/**
 * Measures pairs fork by fork until each is decided or the time is up. Rounds hold one fork of every pair that is still open,
 * in random order; {@link SequentialTest} says when they are looked at and keeps the error of all looks together.
 *
 * <p>When the time is up there is one look more. It costs no error beyond that of all looks, for the clock, which sets it,
 * knows nothing of the ratio.
 *
 * @param <K> what names a pair, such as its size
 */
public final class Duel<K> {

    private final Map<K, PairSpec> specs;
    private final Forks forks;
    private final Margin margin;
    private final Duration limit;
    private final LongSupplier nanoClock;
    private final DuelListener<? super K> listener;

    /** @param limit of all pairs together; the first round is finished in any case */
    public Duel(Map<K, PairSpec> specs, Forks forks, Margin margin, Duration limit, DuelListener<? super K> listener) {
        this(specs, forks, margin, limit, listener, System::nanoTime);
    }

    Duel(Map<K, PairSpec> specs, Forks forks, Margin margin, Duration limit, DuelListener<? super K> listener,
            LongSupplier nanoClock) {
        this.specs = specs;
        this.forks = forks;
        this.margin = margin;
        this.limit = limit;
        this.nanoClock = nanoClock;
        this.listener = listener;
    }

    /**
     * @param seed of the forks' seeds and of the order in each round
     * @throws IOException where a fork failed; a measurement with a hole in it is none
     */
    public Map<K, DuelRow> decide(long seed) throws IOException {
        return new Bout(seed).decide();
    }

    private final class Bout {

        private final Random random;
        private final Map<K, Tally> tallies = new LinkedHashMap<>();
        private final SequentialTest<K> sequence = new SequentialTest<>(margin);
        private final long beganNanos = nanoClock.getAsLong();
        private int round;

        Bout(long seed) {
            random = new Random(seed);
            specs.keySet().forEach(key -> tallies.put(key, new Tally()));
        }

        Map<K, DuelRow> decide() throws IOException {
            boolean looked = false;
            while (!open().isEmpty() && !isOver()) {
                round++;
                measureRound();
                looked = SequentialTest.isLook(round);
                if (looked) {
                    look();
                }
            }
            if (!looked) {
                look();
            }
            Map<K, DuelRow> rows = new LinkedHashMap<>();
            tallies.forEach((key, tally) -> rows.put(key, tally.row()));
            return rows;
        }

        private List<K> open() {
            return tallies.keySet().stream().filter(key -> tallies.get(key).isOpen()).toList();
        }

        private boolean isOver() {
            return round > 0 && elapsed().compareTo(limit) >= 0;
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoClock.getAsLong() - beganNanos);
        }

        private void measureRound() throws IOException {
            List<K> order = new ArrayList<>(open());
            Collections.shuffle(order, random);
            for (K key : order) {
                if (round == 1 || !isOver()) {
                    measure(key);
                }
            }
        }

        private void measure(K key) throws IOException {
            Tally tally = tallies.get(key);
            tally.add(round, forks.measure(specs.get(key), random.nextLong()));
            listener.measured(key, tally.forks(), tally.rounds().ratio().orElseThrow().median(), tally.judgement(), elapsed());
        }

        private void look() {
            Map<K, PairedRounds> rows = new LinkedHashMap<>();
            tallies.forEach((key, tally) -> rows.put(key, tally.rounds()));
            Map<K, Judgement> judgements = sequence.look(rows);
            Duration at = elapsed();
            judgements.forEach((key, judgement) -> tallies.get(key).judged(judgement, at));
        }
    }
}
