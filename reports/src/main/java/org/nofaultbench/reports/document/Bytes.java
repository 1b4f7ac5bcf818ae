// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/** Bytes in sentences and tables: three digits, decimal units. */
public final class Bytes {

    private static final int DIGITS = 3;

    private Bytes() {}

    public static String of(double bytes) {
        if (bytes < 1e3) {
            return Numbers.significantDigits(bytes, DIGITS) + " B";
        }
        return bytes < 1e6
                ? Numbers.significantDigits(bytes / 1e3, DIGITS) + " kB"
                : Numbers.significantDigits(bytes / 1e6, DIGITS) + " MB";
    }
}
