// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of all lengths, each overlapping the next by half, so that around every change there is one with no other change in
 * it (Kovacs, Buehlmann, Li and Munk, Seeded binary segmentation, Biometrika 110, 2023, definition 1). A whole series that goes
 * up and comes down again would show a split at neither.
 */
final class SeededIntervals {

    private static final double DECAY = 1 / Math.sqrt(2);

    /**
     * @param from index of the first value
     * @param to index after the last
     */
    record Stretch(int from, int to) {}

    private SeededIntervals() {}

    static List<Stretch> of(int size, int shortest) {
        List<Stretch> all = new ArrayList<>();
        for (double length = size; Math.ceil(length) >= shortest; length *= DECAY) {
            addLayer(all, size, (int) Math.ceil(length));
        }
        return all;
    }

    private static void addLayer(List<Stretch> all, int size, int length) {
        int count = 2 * (int) Math.ceil((double) size / length) - 1;
        for (int i = 0; i < count; i++) {
            int from = count == 1 ? 0 : (int) Math.round((double) i * (size - length) / (count - 1));
            all.add(new Stretch(from, from + length));
        }
    }
}
