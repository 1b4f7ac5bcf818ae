// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's tables of one strategy's times over a quantity. */
record TimesTable(List<Over> all) implements AdviceTable {

    private static final Pattern CAPTION = Pattern.compile("(.*), time of one read, [\u00b5u]s(?:; (.*))?");

    @Override
    public boolean isOne(PrintedTable table) {
        return CAPTION.matcher(table.caption()).matches();
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Matcher caption = CAPTION.matcher(table.caption());
        Optional<Over> over = all.stream().filter(of -> caption.matches() && of.title().equals(caption.group(1))).findFirst();
        if (over.isEmpty()) {
            audit.unknown("table: " + table.caption() + " " + table.columns());
            return;
        }
        String note = caption.group(2) == null ? "" : caption.group(2);
        audit.that(note.equals(over.get().note()), table.caption(), "note", note, over.get().note());
        List<String> labels = over.get().spots().stream().map(Over.Spot::label).toList();
        audit.that(table.columns().equals(labels), table.caption(), "columns", table.columns().toString(), labels);
        AdviceTable.rows(table, over.get().times().keySet().stream().map(Contender::id).toList(), audit);
        table.rows().forEach(row -> row(table.caption(), over.get(), row, audit));
    }

    private static void row(String caption, Over over, PrintedTable.Row row, Audit audit) {
        List<Map<Integer, Double>> times = over.times().entrySet().stream()
                .filter(of -> of.getKey().id().equals(row.label()))
                .map(Map.Entry::getValue)
                .findFirst().orElse(List.of());
        for (int i = 0; i < Math.min(times.size(), row.entries().size()); i++) {
            audit.entry(caption + " / " + row.label() + " / " + over.spots().get(i).label(), row.entries().get(i),
                    AdviceTable.microseconds(times.get(i)));
        }
    }
}
