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

    private static final long PAGE_BYTES = 4096;

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

    /** Of each lost page, what is above {@code warm}, the same access when nothing is lost. */
    Count perLostPage(Count warm) {
        long pages = (bytes + PAGE_BYTES - 1) / PAGE_BYTES;
        List<Double> each = instructions.stream().map(all -> (all - warm.least()) / pages).toList();
        return new Count(id, "lostPage", bytes, each, null);
    }
}
