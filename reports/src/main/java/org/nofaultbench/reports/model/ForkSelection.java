// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fork that the machine disturbed is repeated in the same round, and all attempts stay in the journal. One of them counts:
 * the last that was not disturbed, or the least disturbed where all were.
 */
public final class ForkSelection {

    private static final Comparator<ForkRecord> LEAST_DISTURBED = Comparator.comparingDouble(ForkRecord::excess);

    private ForkSelection() {}

    private record Place(int round, String cell) {}

    /** The forks that count, one for each round and cell, in the order of their first attempts. */
    public static List<ForkRecord> counting(List<ForkRecord> forks) {
        Map<Place, ForkRecord> counting = new LinkedHashMap<>();
        for (ForkRecord fork : forks) {
            counting.merge(new Place(fork.round(), fork.cell()), fork, ForkSelection::better);
        }
        return List.copyOf(counting.values());
    }

    /** A fork that failed says nothing; a later fork goes before one that was disturbed as much. */
    private static ForkRecord better(ForkRecord earlier, ForkRecord later) {
        if (earlier.failed() != later.failed()) {
            return earlier.failed() ? later : earlier;
        }
        return LEAST_DISTURBED.compare(later, earlier) <= 0 ? later : earlier;
    }
}
