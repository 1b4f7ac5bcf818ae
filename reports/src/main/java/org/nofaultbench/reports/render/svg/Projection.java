// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.stats.Interval;

/**
 * From values to axis coordinates. Logarithmic axes are drawn as plain axes of logarithms: then ticks, dodging and error bars
 * are computed in one place for both.
 *
 * @param logarithmic whether equal distances are equal ratios
 */
record Projection(boolean logarithmic) {

    /** Below this ratio of the ends a logarithmic axis is nearly even, and round steps read better than 1-2-5. */
    private static final double NEARLY_EVEN = 8;

    private static final int WANTED_STEPS = 6;

    double of(double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    /** Round values from the low to the high end, in the values' own unit. */
    List<Tick> ticks(Interval range) {
        boolean even = !logarithmic || range.high() / range.low() < NEARLY_EVEN;
        return even ? evenTicks(range) : decadeTicks(range);
    }

    private List<Tick> evenTicks(Interval range) {
        BigDecimal step = roundStep((range.high() - range.low()) / WANTED_STEPS);
        List<Tick> ticks = new ArrayList<>();
        long from = (long) Math.ceil(range.low() / step.doubleValue());
        for (long i = from; i * step.doubleValue() <= range.high(); i++) {
            ticks.add(tick(step.multiply(BigDecimal.valueOf(i))));
        }
        return ticks;
    }

    private static BigDecimal roundStep(double rough) {
        int exponent = (int) Math.floor(Math.log10(rough));
        double leading = rough / Math.pow(10, exponent);
        int round = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10;
        return BigDecimal.valueOf(round).scaleByPowerOfTen(exponent);
    }

    private List<Tick> decadeTicks(Interval range) {
        boolean dense = Math.log10(range.high() / range.low()) < 2.5;
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(range.low()));
                Math.pow(10, exponent) <= range.high();
                exponent++) {
            for (int leading : dense ? new int[] {1, 2, 5} : new int[] {1}) {
                BigDecimal value = BigDecimal.valueOf(leading).scaleByPowerOfTen(exponent);
                if (range.holds(value.doubleValue())) {
                    ticks.add(tick(value));
                }
            }
        }
        return ticks;
    }

    private Tick tick(BigDecimal value) {
        String label = value.round(new MathContext(6)).stripTrailingZeros().toPlainString();
        return new Tick(of(value.doubleValue()), label);
    }
}
