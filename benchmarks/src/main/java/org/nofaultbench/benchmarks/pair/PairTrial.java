// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One duel of several that are made to see how often they are right.
 *
 * @param seed that repeats its random choices
 * @param rows in their order
 */
public record PairTrial(long seed, Map<String, DuelRow> rows) {

    PairPage.Trial page() {
        Map<String, PairPage.Row> page = new LinkedHashMap<>();
        rows.forEach((size, row) -> page.put(size, PairPage.Row.of(row)));
        return new PairPage.Trial(Long.toString(seed), page);
    }
}
