// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text from result files made fit to print. A control character could move a terminal's cursor, a bidirectional mark could
 * reorder a table; both come out as {@code \}{@code u001b}, visible and harmless.
 */
public final class Printable {

    private static final int BRIEF = 160;

    /** Control, format, surrogate, private use and unassigned; line and paragraph separators. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    /** All of it, on one line. Nearly every text is plain, and a page has a quarter of a million characters to look at. */
    public static String text(String raw) {
        return raw.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)
                ? raw
                : UNPRINTABLE.matcher(raw).replaceAll(Printable::spelled);
    }

    private static String spelled(MatchResult unprintable) {
        int point = unprintable.group().codePointAt(0);
        return point == '\n' || point == '\t' ? " " : String.format(Locale.ROOT, "\\\\u%04x", point);
    }

    /** The first 160 characters, for places where a name of 10 kB would hide everything else. */
    public static String brief(String raw) {
        return raw.length() <= BRIEF ? text(raw) : text(raw.substring(0, BRIEF)) + "...";
    }
}
