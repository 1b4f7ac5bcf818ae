// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * A table whose first column names the rows.
 *
 * @param caption what the figures are, with their unit; empty where the section's title says it
 * @param corner heading of the first column
 * @param columns headings of the others
 * @param rows as many entries each as there are columns
 */
public record Table(String caption, String corner, List<String> columns, List<Row> rows) implements Block {

    /**
     * One row.
     *
     * @param label its name
     * @param standIn whether it must be marked as standing in for another
     * @param entries one a column
     */
    public record Row(String label, boolean standIn, List<Entry> entries) {

        /** Entries of any kind; what is none is words. */
        public static Row of(String label, Object... entries) {
            return new Row(label, false, entries(entries));
        }

        /** The row of a strategy, marked where it stands in for another. */
        public static Row of(StrategyEntry strategy, Object... entries) {
            return new Row(strategy.id(), strategy.standIn(), entries(entries));
        }

        private static List<Entry> entries(Object... entries) {
            return Stream.of(entries)
                    .map(entry -> entry instanceof Entry made ? made : new Entry.Text(Sentence.join(entry)))
                    .toList();
        }
    }

    /**
     * One column of a table that has a row for each item.
     *
     * @param heading of the column
     * @param entry of an item's row: an {@link Entry}, a {@link Value}, a {@link Sentence} or words; a dash where it is empty
     */
    public record Column<T>(String heading, Function<? super T, ?> entry) {

        private Object at(T item) {
            Object found = entry.apply(item);
            Object there = found instanceof Optional<?> optional ? optional.orElse(null) : found;
            return there == null || there.equals("") ? "-" : there;
        }
    }

    /** One row an item, in their order. */
    public static <T> Table of(
            String caption,
            String corner,
            Collection<T> items,
            Function<? super T, String> label,
            Predicate<? super T> standIn,
            List<Column<T>> columns) {
        return new Table(
                caption,
                corner,
                columns.stream().map(Column::heading).toList(),
                items.stream()
                        .map(item -> new Row(
                                label.apply(item),
                                standIn.test(item),
                                Row.entries(columns.stream()
                                        .map(column -> column.at(item))
                                        .toArray())))
                        .toList());
    }

    public Table {
        for (Row row : rows) {
            if (row.entries().size() != columns.size()) {
                throw new IllegalArgumentException("row does not fit its table: row=" + row.label() + ", entries="
                        + row.entries().size() + ", columns=" + columns.size());
            }
        }
    }

    /** Whether a row stands in for another, so that the table needs the word explained. */
    public boolean hasStandIn() {
        return rows.stream().anyMatch(Row::standIn);
    }

    /** Whether the entries are judged, which takes more room than a figure. */
    public boolean isJudged() {
        return rows.stream().flatMap(row -> row.entries().stream()).anyMatch(Entry.Judged.class::isInstance);
    }
}
