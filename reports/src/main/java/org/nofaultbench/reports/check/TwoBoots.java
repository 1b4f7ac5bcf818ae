// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a table should say of a row of two runs that nothing pairs.
 *
 * @param ends of the interval of its ratio
 * @param verdicts the words that are right; more than one only where chance decides which
 */
record TwoBoots(Forks forks, Optional<double[]> ends, Set<String> verdicts) {

    private static final List<String> HEADINGS = List.of("A", "B", "B/A", "95% interval", "verdict");

    static boolean isOne(PrintedTable table) {
        return table.columns().equals(HEADINGS);
    }

    void check(String at, Place place, PrintedTable.Row row, Audit audit) {
        if (row.entries().size() != HEADINGS.size()) {
            audit.that(false, at, "row", row.entries().toString(), String.join(", ", HEADINGS));
            return;
        }
        Optional<Double> unit = Unit.named(place.rest());
        audit.entry(at + " / A", row.entries().get(0), Claim.figure(forks.before(), unit));
        audit.entry(at + " / B", row.entries().get(1), Claim.figure(forks.after(), unit));
        double ratio = forks.quotients().logarithmicMiddle();
        audit.number(at, "B/A", row.entries().get(2).text(), ratio);
        interval(at, row.entries().get(3).text(), audit);
        audit.verdict(at, row.entries().get(4).text(), verdicts, ratio);
    }

    private void interval(String at, String printed, Audit audit) {
        if (ends.isEmpty()) {
            int fewest = Math.min(forks.before().size(), forks.after().size());
            audit.that(printed.equals("n=" + fewest), at, "interval", printed, "n=" + fewest);
            return;
        }
        String[] printedEnds = printed.split(" to ");
        for (int end = 0; end < 2; end++) {
            String text = end < printedEnds.length && printedEnds[end].matches("[0-9.]+") ? printedEnds[end] : "-1";
            audit.number(at, end == 0 ? "low end" : "high end", text, ends.get()[end]);
        }
    }
}
