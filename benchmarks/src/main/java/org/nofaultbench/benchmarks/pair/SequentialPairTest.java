// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.SequentialTest;

/**
 * Measures pairs fork by fork until each is decided or the time is up. Rounds hold one fork of every pair that is still open,
 * in random order; {@link SequentialTest} says when they are looked at and controls the error of all looks together.
 *
 * <p>When the time is up there is one more look. It adds no error, since the clock, which sets it, does not depend on the ratio.
 *
 * @param specs title to pair
 * @param limit of all pairs together; the first round is finished in any case
 * @param nanoClock such as {@link System#nanoTime}
 */
public record SequentialPairTest(
        Map<String, PairSpec> specs,
        PairFork.Runner runner,
        Margin margin,
        Duration limit,
        Listener listener,
        LongSupplier nanoClock) {

    /** Seeds that are exact in any reader of JSON. */
    private static final int UNUSED_BITS = 11;

    /** Is told of every fork. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param pair such as its size
         * @param ratio median over the forks so far
         * @param lookedAt judgement of the last look; empty before the first
         * @param elapsed since the test began
         */
        void measured(String pair, int forks, double ratio, Optional<Judgement> lookedAt, Duration elapsed);

        static Listener silent() {
            return (pair, forks, ratio, lookedAt, elapsed) -> {};
        }
    }

    /**
     * @param seed of the forks' seeds and of the order in each round
     * @throws IOException where a fork failed: the whole test is void then
     */
    public Map<String, Result> decide(long seed) throws IOException {
        return new Execution(seed).decide();
    }

    /**
     * What came of one pair.
     *
     * @param rounds fork to ns per access
     * @param judgement of the last look, or of the one that decided
     * @param blocks ABBA blocks of all forks
     * @param involuntarySwitches of all forks
     * @param taken from the test's beginning to the decision, or to its end
     */
    public record Result(
            PairedRounds rounds, Judgement judgement, long blocks, long involuntarySwitches, Duration taken) {

        public int forks() {
            return rounds.rounds().size();
        }

        /** ns per access. */
        public Estimate candidateNs() {
            return Estimate.of(rounds.candidate().values());
        }

        /** ns per access. */
        public Estimate baselineNs() {
            return Estimate.of(rounds.baseline().values());
        }
    }

    /**
     * One of several tests.
     *
     * @param seed that repeats its random choices
     * @param results in their order
     */
    public record Repetition(long seed, Map<String, Result> results) {}

    /**
     * The same test several times over, each with a seed of its own, to see how often it is right.
     *
     * @param seed of the only test, so that it can be repeated; of several, what their seeds are drawn with
     * @param finished is told of each test
     */
    public List<Repetition> repeat(int count, long seed, Consumer<Repetition> finished) throws IOException {
        Random seeds = new Random(seed);
        List<Repetition> repetitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long own = count == 1 ? seed : seeds.nextLong() >>> UNUSED_BITS;
            Repetition repetition = new Repetition(own, decide(own));
            repetitions.add(repetition);
            finished.accept(repetition);
        }
        return repetitions;
    }

    /** The forks of one pair so far, and what came of the last look at it while it was open. */
    private static final class Progress {

        private final Map<Integer, Double> candidateNs = new HashMap<>();
        private final Map<Integer, Double> baselineNs = new HashMap<>();
        private long blocks;
        private long involuntarySwitches;
        private Optional<Result> result = Optional.empty();

        private void add(int round, PairFork fork) {
            candidateNs.put(round, fork.candidateNs());
            baselineNs.put(round, fork.baselineNs());
            blocks += fork.blocks().size();
            involuntarySwitches += fork.involuntarySwitches();
        }

        private PairedRounds rounds() {
            return new PairedRounds(candidateNs, baselineNs);
        }

        private void judged(Judgement judgement, Duration elapsed) {
            if (isOpen()) {
                result = Optional.of(new Result(rounds(), judgement, blocks, involuntarySwitches, elapsed));
            }
        }

        private boolean isOpen() {
            return result.filter(last -> last.judgement().verdict().isDecided()).isEmpty();
        }
    }

    private final class Execution {

        private final Random random;
        private final Map<String, Progress> pairs = new LinkedHashMap<>();
        private final SequentialTest<String> sequence = new SequentialTest<>(pair -> margin);
        private final long beganNanos = nanoClock.getAsLong();

        private Execution(long seed) {
            random = new Random(seed);
            specs.keySet().forEach(pair -> pairs.put(pair, new Progress()));
        }

        private Map<String, Result> decide() throws IOException {
            boolean isOver = false;
            for (int round = 1; !isOver && !open().isEmpty(); round++) {
                measure(round);
                isOver = isOver();
                if (isOver || SequentialTest.isLook(round)) {
                    look();
                }
            }
            Map<String, Result> results = new LinkedHashMap<>();
            pairs.forEach((pair, progress) -> results.put(pair, progress.result.orElseThrow()));
            return results;
        }

        private List<String> open() {
            return pairs.keySet().stream()
                    .filter(pair -> pairs.get(pair).isOpen())
                    .toList();
        }

        private boolean isOver() {
            return elapsed().compareTo(limit) >= 0;
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoClock.getAsLong() - beganNanos);
        }

        private void measure(int round) throws IOException {
            List<String> order = new ArrayList<>(open());
            Collections.shuffle(order, random);
            for (String pair : order) {
                if (round == 1 || !isOver()) {
                    Progress progress = pairs.get(pair);
                    progress.add(round, runner.measure(specs.get(pair), random.nextLong()));
                    PairedRounds rounds = progress.rounds();
                    double ratio = rounds.ratio().orElseThrow().median();
                    int forks = rounds.candidate().size();
                    listener.measured(pair, forks, ratio, progress.result.map(Result::judgement), elapsed());
                }
            }
        }

        private void look() {
            Map<String, PairedRounds> rows = new LinkedHashMap<>();
            pairs.forEach((pair, progress) -> rows.put(pair, progress.rounds()));
            Map<String, Judgement> judgements = sequence.look(rows);
            Duration elapsed = elapsed();
            judgements.forEach((pair, judgement) -> pairs.get(pair).judged(judgement, elapsed));
        }
    }
}
