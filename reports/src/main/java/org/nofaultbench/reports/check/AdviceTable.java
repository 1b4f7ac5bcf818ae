// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of table that only the advice has. */
interface AdviceTable {

    double US = 1e3;
    double NS_PER_S = 1e9;

    /** Told by its caption or its headings. */
    boolean isOne(PrintedTable table);

    void check(PrintedTable table, Audit audit);

    /** Every name that belongs there, once, in its order: none is dropped and none is added. */
    static void rows(PrintedTable table, List<String> names, Audit audit) {
        List<String> printed = table.rows().stream().map(PrintedTable.Row::label).toList();
        audit.that(printed.equals(names), table.caption(), "rows", printed.toString(), names);
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
