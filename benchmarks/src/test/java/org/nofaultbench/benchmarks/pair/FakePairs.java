// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/** Forks whose true ratio is known, on a clock that only they move. */
final class FakePairs implements PairFork.Runner {

    private static final long BASELINE_NS = 1000;

    private final Duration forkTime;
    private final double noise;
    private final Map<Long, Double> ratios = new HashMap<>();
    private final Map<Long, Double> noises = new HashMap<>();
    private final List<Long> measured = new ArrayList<>();
    private final List<Long> seeds = new ArrayList<>();
    private long nanos;
    private int failingFork = Integer.MAX_VALUE;

    /** @param noise standard deviation of a fork's ratio */
    FakePairs(Duration forkTime, double noise) {
        this.forkTime = forkTime;
        this.noise = noise;
    }

    /** A pair that is known by the size of its pool, and its true ratio. */
    PairSpec pair(long poolBytes, double ratio) {
        ratios.put(poolBytes, ratio);
        return new PairSpec(
                "a",
                "b",
                new PairMeasurement(PairMeasurement.Kind.READ, Region.whole(poolBytes), poolBytes, ReadLoop.SUM));
    }

    /** Makes the ratios of one pair differ by so much. */
    void disturb(long poolBytes, double noiseOfPool) {
        noises.put(poolBytes, noiseOfPool);
    }

    void failAtFork(int number) {
        failingFork = number;
    }

    @Override
    public PairFork measure(PairSpec spec, long seed) throws IOException {
        measured.add(spec.measurement().poolBytes());
        seeds.add(seed);
        nanos += forkTime.toNanos();
        if (measured.size() == failingFork) {
            throw new IOException("a fork failed: number=" + failingFork);
        }
        double spread = noises.getOrDefault(spec.measurement().poolBytes(), noise);
        double ratio = ratios.get(spec.measurement().poolBytes()) * Math.exp(spread * new Random(seed).nextGaussian());
        double ns = BASELINE_NS * ratio;
        return new PairFork(
                PairMeasurement.Kind.READ,
                Collections.nCopies(4, new AbbaBlock(ns, ns, BASELINE_NS, BASELINE_NS)),
                Map.of(),
                1);
    }

    long nanos() {
        return nanos;
    }

    /** Pools in the order in which they were measured. */
    List<Long> measured() {
        return measured;
    }

    List<Long> seeds() {
        return seeds;
    }
}
