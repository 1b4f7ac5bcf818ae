// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.math.BigDecimal;

/** Whether a printed number is a rounding of a value. */
final class Rounding {

    /** Half a unit in the last place, and what the two ways of computing may differ by. */
    private static final double HALF = 0.5 + 1e-6;
    private static final double NOISE = 1e-9;

    private Rounding() {}

    static boolean fits(String printed, double value) {
        BigDecimal number = new BigDecimal(printed);
        double ulp = Math.pow(10, -number.scale());
        return Math.abs(number.doubleValue() - value) <= HALF * ulp + NOISE * Math.abs(value);
    }

    /** The same of a number that was rounded to so many digits before the point, too. */
    static boolean fitsDigits(String printed, double value, int digits) {
        double ulp = value == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
        return fits(printed, value) || Math.abs(Double.parseDouble(printed) - value) <= HALF * ulp;
    }

    /** A percentage such as {@code 12%}, or {@code none} for no bound, of a share. */
    static boolean fitsShare(String printed, double share) {
        return printed.equals("none") || printed.equals("-")
                ? Double.isInfinite(share) || Double.isNaN(share)
                : fits(printed.replace("%", ""), 100 * share);
    }
}
