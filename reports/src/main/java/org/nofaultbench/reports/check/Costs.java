// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one read costs, by round, from the formula that the advice prints: {@code read} of a pool that is kept, and
 * {@code (life + (N - 1) read + losses (recovery - last read)) / N} of one that is read N times. Nothing where a part was not
 * measured, or where no round has all of them.
 */
record Costs(Sources sources) {

    Map<Integer, Double> of(Contender who, Scene scene) {
        Map<Integer, Double> read = scene.isWhole()
                ? sources.whole(who.id(), scene.size())
                : sources.damage(who.id(), scene.size(), scene.damage());
        return scene.isKept() ? read : ofLife(who, scene.size(), read, scene.reads(), scene.lostPercent() / 100.0);
    }

    /** A sealed file loses nothing. The first read of a pool is part of its life, not of the reads after it. */
    Map<Integer, Double> ofLife(Contender who, String size, Map<Integer, Double> read, double reads, double losses) {
        Map<Integer, Double> life = sources.life(who.id(), size);
        boolean isLost = losses > 0 && !who.needsClient();
        Map<Integer, Double> recovery = isLost ? sources.recovery(who.id(), size) : read;
        Map<Integer, Double> last = isLost && reads == 1 ? sources.firstRead(who.id(), size) : read;
        Map<Integer, Double> costs = new TreeMap<>();
        for (int round : common(life, read, recovery, last)) {
            double lost = isLost ? losses * (recovery.get(round) - last.get(round)) : 0;
            costs.put(round, (life.get(round) + (reads - 1) * read.get(round) + lost) / reads);
        }
        return Sources.honest(costs);
    }

    @SafeVarargs
    private static Set<Integer> common(Map<Integer, Double> first, Map<Integer, Double>... others) {
        Set<Integer> rounds = new TreeSet<>(first.keySet());
        for (Map<Integer, Double> other : others) {
            rounds.retainAll(other.keySet());
        }
        return rounds;
    }
}
