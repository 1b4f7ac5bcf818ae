// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a row of the advice is about: how much of a buffer each read takes, and how long its pool lives.
 *
 * @param bytes of the whole buffer
 * @param damage share that each read but the first reads, as the run spells it
 * @param readBytes of such a read
 * @param reads of one attached pool; 0 for a pool that is kept
 * @param lostPercent how many of a hundred pools end with a loss
 */
record Scene(String size, double bytes, String damage, double readBytes, int reads, int lostPercent) {

    static final List<Integer> READS = List.of(1, 10, 100, 1000);
    static final String WHOLE = "100%";

    private static final List<Integer> LOST = List.of(0, 1, 10, 100);

    /** All that a run can answer, in the order of the advice. */
    static List<Scene> all(Sources sources) {
        List<Scene> all = new ArrayList<>();
        if (!sources.reads().isEmpty()) {
            Group reads = sources.reads().get(0);
            for (String size : reads.values(Sources.SIZE)) {
                bytes(sources, reads, Sources.SIZE, size).ifPresent(bytes -> all.addAll(ofSize(sources, size, bytes)));
            }
        }
        return all;
    }

    private static List<Scene> ofSize(Sources sources, String size, double bytes) {
        List<Scene> kept = new ArrayList<>();
        kept.add(new Scene(size, bytes, WHOLE, bytes, 0, 0));
        sources.damaged(size).ifPresent(group -> group.values(Sources.DAMAGE).stream()
                .filter(share -> !share.equals(WHOLE))
                .forEach(share -> bytes(sources, group, Sources.DAMAGE, share)
                        .ifPresent(read -> kept.add(new Scene(size, bytes, share, read, 0, 0)))));
        kept.sort(Comparator.comparingDouble(Scene::readBytes));
        List<Scene> all = new ArrayList<>(kept);
        if (sources.hasLives(size)) {
            kept.forEach(scene -> all.addAll(scene.lives()));
        }
        return all;
    }

    /** A pool that is read once is read whole. */
    private List<Scene> lives() {
        List<Scene> lives = new ArrayList<>();
        for (int count : READS) {
            if (count > 1 || isWhole()) {
                LOST.forEach(lost -> lives.add(new Scene(size, bytes, damage, readBytes, count, lost)));
            }
        }
        return lives;
    }

    private static Optional<Double> bytes(Sources sources, Group group, String parameter, String value) {
        return group.cells().stream()
                .filter(cell -> cell.parameters().getOrDefault(parameter, "-").equals(value))
                .filter(cell -> sources.isMeasured(cell) && cell.bytes() > 0)
                .map(RawCell::bytes)
                .findFirst();
    }

    boolean isKept() {
        return reads == 0;
    }

    boolean isWhole() {
        return damage.equals(WHOLE);
    }

    /** {@code 1080p} or {@code 5% of 1080p}. */
    String what() {
        return isWhole() ? size : damage + " of " + size;
    }

    /** {@code 10 reads, 1% lost}. */
    String life() {
        return isKept() ? "kept, nothing lost" : reads + (reads == 1 ? " read, " : " reads, ") + lost();
    }

    String lost() {
        return lostPercent == 0 ? "nothing lost" : lostPercent + "% lost";
    }
}
