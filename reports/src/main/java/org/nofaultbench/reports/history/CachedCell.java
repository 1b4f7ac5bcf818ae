// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Optional;
import org.nofaultbench.reports.model.CellFigures;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/**
 * A cell in the shape that it has in the cache: an estimate is its number of rounds and its median, and the ends of its interval
 * where it has one; no ratio is null. The other fields are as in {@link CellFigures}.
 */
record CachedCell(
        String id, String metric, String unit, boolean inJava, boolean standIn, String baseline, double[] figure, double[] ratio) {

    static CachedCell of(CellFigures cell) {
        return new CachedCell(cell.id(), cell.metric(), cell.unit(), cell.inJava(), cell.standIn(), cell.baseline(),
                numbers(cell.figure()), cell.ratio().map(CachedCell::numbers).orElse(null));
    }

    private static double[] numbers(Estimate estimate) {
        return estimate.interval()
                .map(of -> new double[] {estimate.n(), estimate.median(), of.low(), of.high()})
                .orElseGet(() -> new double[] {estimate.n(), estimate.median()});
    }

    boolean isWhole() {
        return id != null && metric != null && unit != null && isEstimate(figure) && (ratio == null || isEstimate(ratio));
    }

    private static boolean isEstimate(double[] numbers) {
        if (numbers == null || numbers.length != 2 && numbers.length != 4 || !(numbers[0] >= 1)) {
            return false;
        }
        for (double number : numbers) {
            if (!(number > 0) || Double.isInfinite(number)) {
                return false;
            }
        }
        return numbers.length == 2 || numbers[2] <= numbers[1] && numbers[1] <= numbers[3];
    }

    CellFigures figures() {
        // A thousand runs name the same cells; one copy of each name is enough.
        return new CellFigures(id.intern(), metric.intern(), unit.intern(), inJava, standIn,
                baseline == null ? null : baseline.intern(), estimate(figure), Optional.ofNullable(ratio).map(CachedCell::estimate));
    }

    private static Estimate estimate(double[] numbers) {
        Optional<Interval> interval =
                numbers.length == 2 ? Optional.empty() : Optional.of(new Interval(numbers[2], numbers[3]));
        return new Estimate(numbers[1], interval, (int) numbers[0]);
    }
}
