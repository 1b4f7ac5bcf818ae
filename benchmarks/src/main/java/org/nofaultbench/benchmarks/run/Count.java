// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * One line of {@code nofault-count}.
 *
 * @param id strategy
 * @param what case, such as {@code warm}
 * @param bytes of the pool; 0 where nothing was counted
 * @param instructions samples; empty where nothing was counted
 * @param skipReason why nothing was; null where something was
 */
record Count(String id, String what, long bytes, List<Double> instructions, String skipReason) {

    private static final String ENDS_THE_ACCESS = "it ends the access at the first lost page, and so reads less than without a loss";

    static Count of(String line) throws IOException {
        String[] words = line.split("\t");
        if (words.length == 4 && words[0].equals("skip")) {
            return new Count(words[1], words[2], 0, List.of(), words[3]);
        }
        if (words.length < 5 || !words[0].equals("count")) {
            throw new IOException("nofault-count is broken, its output cannot be understood: line=" + line + "; please report it");
        }
        List<Double> samples = Arrays.stream(words, 4, words.length).map(Double::valueOf).toList();
        return new Count(words[1], words[2], Long.parseLong(words[3]), samples, null);
    }

    boolean skipped() {
        return skipReason != null;
    }

    double least() {
        return instructions.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Of each lost page, what is above {@code warm}, the same access when nothing is lost. What ends an access early has no
     * such figure: the rest of the pages, which it does not read, would count as a gain.
     *
     * @param pageBytes size of the kernel's pages
     */
    Count perLostPage(Count warm, long pageBytes) {
        long pages = (bytes + pageBytes - 1) / pageBytes;
        List<Double> each = instructions.stream().map(all -> (all - warm.least()) / pages).toList();
        boolean whole = each.stream().allMatch(instructionsAPage -> instructionsAPage > 0);
        return whole ? new Count(id, "lostPage", bytes, each, null) : new Count(id, "lostPage", 0, List.of(), ENDS_THE_ACCESS);
    }
}
