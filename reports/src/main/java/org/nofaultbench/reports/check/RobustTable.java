// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Arrays;
import java.util.List;

/** The advice's table of who may be recommended, why not, and what each strategy holds. */
record RobustTable(List<Contender> contenders) implements AdviceTable {

    private static final List<String> COLUMNS =
            List.of("may be recommended", "why not", "holds", "does not hold", "on its word");

    @Override
    public boolean isOne(PrintedTable table) {
        return table.columns().equals(COLUMNS);
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        AdviceTable.rows(table, contenders.stream().map(Contender::id).toList(), audit);
        for (int i = 0; i < Math.min(contenders.size(), table.rows().size()); i++) {
            PrintedTable.Row row = table.rows().get(i);
            List<String> expected = words(contenders.get(i));
            for (int k = 0; k < Math.min(expected.size(), row.entries().size()); k++) {
                String printed = row.entries().get(k).text();
                audit.that(expected.get(k) == null || printed.equals(expected.get(k)), "robustness / " + row.label(), COLUMNS.get(k),
                        printed, expected.get(k));
            }
        }
    }

    /** With null where the manifest's words are copied. */
    private static List<String> words(Contender who) {
        int all = who.held().size() + who.lost().size();
        return Arrays.asList(who.mayBeUsed() ? "yes" : "no", who.why() == null ? null : dash(who.why()),
                who.held().size() + " of " + all, dash(String.join(", ", who.lost())), dash(String.join(", ", who.onItsWord())));
    }

    private static String dash(String words) {
        return words.isEmpty() ? "-" : AdviceTable.spelt(words);
    }
}
