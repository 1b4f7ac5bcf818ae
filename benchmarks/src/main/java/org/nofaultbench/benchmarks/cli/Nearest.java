// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.nofaultbench.benchmarks.failure.UserError;

/** Refuses a word that is not known, and names what the user probably meant. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** @param what such as {@code strategy} */
    static void check(String what, String word, Collection<String> known) {
        if (!known.contains(word)) {
            throw new UserError("unknown " + what + ": " + what + "=" + word + "; nearest: " + to(word, known));
        }
    }

    static List<String> to(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .sorted(Comparator.comparing((String candidate) -> distance.apply(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }
}
