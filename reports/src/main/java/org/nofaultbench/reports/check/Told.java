// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with the numbers that belong in it. What is printed fits if the words are these and the numbers are roundings. */
final class Told {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final int DIGITS = 4;
    private static final int DIGITS_OF_BYTES = 3;

    private final StringBuilder pattern = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Double> numbers = new ArrayList<>();
    private final List<Integer> digits = new ArrayList<>();

    Told say(String words) {
        String plain = plain(words);
        pattern.append(Pattern.quote(plain));
        text.append(plain);
        return this;
    }

    /** @param significant to how many digits it may have been rounded before the point, too */
    Told number(double value, int significant) {
        pattern.append(NUMBER);
        text.append(value);
        numbers.add(value);
        digits.add(significant);
        return this;
    }

    /** {@code 83.0 kB}. */
    Told bytes(double value) {
        double unit = value < KILO ? 1 : value < MEGA ? KILO : MEGA;
        return number(value / unit, DIGITS_OF_BYTES).say(value < KILO ? " B" : value < MEGA ? " kB" : " MB");
    }

    /** A place on a quantity's axis: {@code 83.0 kB (1.0% of 1080p)}, {@code 8.29 MB} or {@code 12 reads}. */
    Told at(Over over, double x) {
        return switch (over.quantity()) {
            case READS -> number(x, DIGITS).say(x == 1 ? " read" : " reads");
            case SIZE -> bytes(x);
            case DAMAGE -> bytes(x).say(" (").number(100 * x / over.bytes(), DIGITS_OF_BYTES).say("% of " + over.size() + ")");
        };
    }

    /** {@code 1.003x (0.998-1.008)}, or the ratio alone where it has no interval. */
    Told ratio(Sorted ratios) {
        number(ratios.median(), DIGITS).say("\u00d7");
        ratios.interval().ifPresent(ends -> say(" (").number(ends[0], DIGITS).say("\u2013").number(ends[1], DIGITS).say(")"));
        return this;
    }

    boolean fits(String printed) {
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(plain(printed));
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!Rounding.fitsDigits(matcher.group(i + 1), numbers.get(i), digits.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As a text in ASCII has it, and in one line. */
    static String plain(String text) {
        return text.replace('\u00d7', 'x').replace('\u2013', '-').replace('\u00b5', 'u').replaceAll("\\s+", " ");
    }

    String text() {
        return text.toString();
    }
}
