// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share in hundredths.
 *
 * @param value such as 1 for 1%
 */
public record Percent(double value) {

    private static final Pattern SPELLING = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%?");

    /** Reads {@code 1%}, {@code 0.5%} or {@code 0.5}; nothing where the text is neither. */
    public static Optional<Percent> parse(String text) {
        Matcher matcher = SPELLING.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Percent(Double.parseDouble(matcher.group(1)))) : Optional.empty();
    }

    public double fraction() {
        return value / 100;
    }

    /** As it is printed, such as {@code 0.5%}; the same in every locale. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + "%";
    }
}
