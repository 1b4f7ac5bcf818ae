// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.nofaultbench.reports.model.Printable;

/** Text in ASCII, because mails to kernel lists are. What has no counterpart is spelled as its code point. */
public final class Ascii {

    private static final Map<Integer, String> COUNTERPARTS = Map.of(
            0x00b5, "u", 0x03bc, "u", 0x00d7, "x", 0x2013, "-", 0x2014, "-", 0x2026, "...", 0x2019, "'", 0x201c, "\"",
            0x201d, "\"");

    private Ascii() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        Printable.text(text).codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        if (point < 0x7f) {
            out.appendCodePoint(point);
            return;
        }
        String known = COUNTERPARTS.get(point);
        out.append(known != null ? known : withoutAccent(point));
    }

    private static String withoutAccent(int point) {
        String base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        boolean ascii = !base.isEmpty() && base.chars().allMatch(c -> c < 0x7f);
        return ascii ? base : String.format(Locale.ROOT, "\\u%04x", point);
    }
}
