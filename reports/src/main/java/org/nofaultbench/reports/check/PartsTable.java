// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.stream.Collectors;

/** The advice's table of what each part of a cost was taken from. */
record PartsTable(Sources sources) implements AdviceTable {

    private static final String CAPTION = "what each part was taken from; of several for one size, the first";
    private static final List<String> PARTS = List.of("reads", "damage", "lives", "losses");

    @Override
    public boolean isOne(PrintedTable table) {
        return table.caption().equals(CAPTION);
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        AdviceTable.rows(table, PARTS, audit);
        for (PrintedTable.Row row : table.rows()) {
            List<Group> groups = sources.all().getOrDefault(row.label(), List.of());
            String from = groups.isEmpty() ? "not measured" : groups.stream().map(Group::title).collect(Collectors.joining("; "));
            String printed = row.entries().isEmpty() ? "" : row.entries().get(0).text();
            audit.that(printed.equals(from), "parts / " + row.label(), "from", printed, from);
        }
    }
}
