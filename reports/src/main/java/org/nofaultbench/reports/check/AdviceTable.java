// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kind of table that only the advice has. */
interface AdviceTable {

    double US = 1e3;
    double NS_PER_S = 1e9;
    Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** Told by its caption or its headings. */
    boolean isOne(PrintedTable table);

    void check(PrintedTable table, Audit audit);

    /** Every name that belongs there, once, in its order: none is dropped and none is added. */
    static void rows(PrintedTable table, List<String> names, Audit audit) {
        List<String> printed = table.rows().stream().map(PrintedTable.Row::label).toList();
        List<String> right = names.stream().map(AdviceTable::spelt).toList();
        audit.that(printed.equals(right), table.caption(), "rows", printed.toString(), right);
    }

    /** A stranger's words as a page has them: what moves a cursor or turns a line around stands there by its number. */
    static String spelt(String words) {
        return UNPRINTABLE.matcher(words.replaceAll("[\\n\\t]", " ")).replaceAll(found ->
                Matcher.quoteReplacement(String.format(Locale.ROOT, "\\u%04x", found.group().codePointAt(0))));
    }

    static Claim microseconds(Map<Integer, Double> times) {
        return Claim.figure(List.copyOf(times.values()), Optional.of(US));
    }

    /** How many nanoseconds are one percent of a frame. */
    static double percentOfFrame(String hertz) {
        return NS_PER_S / Double.parseDouble(hertz) / 100;
    }

    /** A median without its interval; a dash where there are no times. */
    static void median(String at, String name, Printed printed, Map<Integer, Double> times, double unit, Audit audit) {
        if (times.isEmpty() || !printed.parts().containsKey(Printed.Part.FIGURE)) {
            audit.that(times.isEmpty() && !printed.hasDigits(), at, name, printed.text(),
                    times.isEmpty() ? "-" : new Sorted(times.values()).median() / unit);
        } else {
            audit.number(at, name, printed.parts().get(Printed.Part.FIGURE), new Sorted(times.values()).median() / unit);
        }
    }
}
