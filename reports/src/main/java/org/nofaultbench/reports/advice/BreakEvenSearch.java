// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.nofaultbench.reports.advice.BreakEvens.Line;
import org.nofaultbench.reports.analysis.InterimAnalyses;

/**
 * Who may be recommended and does not copy, each against who may be and does.
 *
 * @param lines all that was measured over one quantity
 * @param looks by which a place is judged
 */
record BreakEvenSearch(List<Line> lines, InterimAnalyses looks) {

    /** Every pair that has a round and a part of the quantity in common. */
    List<BreakEven> over(Function<Line, Curve> curve) {
        List<BreakEven> pairs = new ArrayList<>();
        for (Line first : eligible(standing -> !standing.copies())) {
            for (Line second : eligible(Eligibility::copies)) {
                Curve one = curve.apply(first);
                Curve other = curve.apply(second);
                boolean overlap = Math.max(one.low(), other.low()) <= Math.min(one.high(), other.high());
                if (overlap && haveCommonRound(first, second)) {
                    CrossoverScan.of(first.standing(), one, second.standing(), other, looks).ifPresent(pairs::add);
                }
            }
        }
        return List.copyOf(pairs);
    }

    private List<Line> eligible(Predicate<Eligibility> side) {
        return lines.stream().filter(line -> line.standing().mayBeRecommended() && side.test(line.standing())).toList();
    }

    /** One that all measured places of both share, so that there is a ratio anywhere between them. */
    private static boolean haveCommonRound(Line first, Line second) {
        Set<Integer> common = new HashSet<>();
        boolean begun = false;
        for (Line line : List.of(first, second)) {
            for (Times times : line.times()) {
                if (!times.isMissing()) {
                    common = begun ? common : new HashSet<>(times.ns().keySet());
                    common.retainAll(times.ns().keySet());
                    begun = true;
                }
            }
        }
        return !common.isEmpty();
    }
}
