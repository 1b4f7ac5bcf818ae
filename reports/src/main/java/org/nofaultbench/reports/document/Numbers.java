// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale: a decimal point and no grouping. */
public final class Numbers {

    private static final int DIGITS = 4;

    private Numbers() {}

    /** Four significant digits; whole numbers above that in full. */
    public static String significant(double value) {
        if (Math.abs(value) >= 1e4) {
            return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
        }
        return significantDigits(value, DIGITS);
    }

    /** As many significant digits, trailing zeros kept: they say how exact the figure is. */
    public static String significantDigits(double value, int digits) {
        return value == 0
                ? "0"
                : new BigDecimal(value).round(new MathContext(digits)).toPlainString();
    }

    /** Three decimals, where one in a thousand is what matters; three digits below a tenth and four above ten. */
    public static String ratio(double value) {
        if (value < 0.1) {
            return significantDigits(value, 3);
        }
        return value < 10 ? decimals(value, 3) : significant(value);
    }

    /** {@code 1.48x}, {@code 13.5x}, {@code 471x}: where there is little room. */
    public static String shortRatio(double value) {
        return decimals(value, value < 10 ? 2 : value < 100 ? 1 : 0) + "\u00d7";
    }

    /** As short as it can be: {@code 1}, {@code 0.5}. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** As many places after the point, whatever the size. */
    public static String decimals(double value, int places) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** Bytes with three digits and decimal units, such as {@code 8.29 MB}. */
    public static String bytes(double bytes) {
        return bytes < 1e3
                ? significantDigits(bytes, 3) + " B"
                : bytes < 1e6 ? significantDigits(bytes / 1e3, 3) + " kB" : significantDigits(bytes / 1e6, 3) + " MB";
    }

    /** A share as {@code 0.83%}, two digits; {@code none} where it is no bound at all. */
    public static String percent(double share) {
        if (Double.isInfinite(share)) {
            return "none";
        }
        return (share >= 0.1 ? decimals(100 * share, 0) : significantDigits(100 * share, 2)) + "%";
    }
}
