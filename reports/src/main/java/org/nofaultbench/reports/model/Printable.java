// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.Locale;

/**
 * Text from result files made fit to print. A control character could move a terminal's cursor, a bidirectional mark could
 * reorder a table; both come out as {@code \}{@code u001b}, visible and harmless.
 */
public final class Printable {

    private static final int BRIEF = 160;

    private Printable() {}

    /** All of it, on one line. */
    public static String text(String raw) {
        return isPlain(raw) ? raw : spelled(raw);
    }

    /** Nearly every text is, and a page has a quarter of a million characters to look at. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < 0x20 || raw.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String spelled(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    /** The first 160 characters, for places where a name of 10 kB would hide everything else. */
    public static String brief(String raw) {
        return raw.length() <= BRIEF ? text(raw) : text(raw.substring(0, BRIEF)) + "...";
    }

    private static void append(StringBuilder out, int point) {
        if (point == '\n' || point == '\t') {
            out.append(' ');
        } else if (isHarmless(point)) {
            out.appendCodePoint(point);
        } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", point));
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
