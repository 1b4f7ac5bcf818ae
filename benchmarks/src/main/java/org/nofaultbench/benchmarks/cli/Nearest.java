// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what the user probably meant. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** The known words that differ least from {@code word}, nearest first. */
    static List<String> to(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .sorted(Comparator.comparing((String candidate) -> distance.apply(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }
}
