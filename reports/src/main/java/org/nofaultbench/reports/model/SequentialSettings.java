// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;

/**
 * How a run that measures until its comparisons are decided went about it.
 *
 * @param marginPercent what counted as the same
 * @param limitMs time that its forks had
 * @param looks numbers of rounds after which all comparisons were judged; one that was decided then is not measured any more.
 *     Empty while the run is not finished
 */
public record SequentialSettings(double marginPercent, long limitMs, List<Integer> looks) {

    public SequentialSettings {
        Checks.elements(looks, "/looks");
        Checks.that(looks.size() <= Limits.LOOKS, "too many looks", "/looks", looks.size());
        for (int i = 0; i < looks.size(); i++) {
            int look = looks.get(i);
            Checks.range(look > (i == 0 ? 0 : looks.get(i - 1)) && look <= Limits.ROUNDS, "/looks/" + i, look);
        }
    }
}
