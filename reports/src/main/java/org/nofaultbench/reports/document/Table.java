// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * A table whose first column names the rows.
 *
 * @param caption what the figures are, with their unit; empty where the section's title says it
 * @param corner heading of the first column
 * @param columns headings of the others
 * @param rows as many entries each as there are columns
 */
public record Table(Sentence caption, String corner, List<String> columns, List<Row> rows) implements Block {

    /**
     * One row.
     *
     * @param label its name
     * @param standIn whether it must be marked as standing in for another
     * @param page file name of the page that says more of it; empty where there is none
     * @param entries one a column
     */
    public record Row(String label, boolean standIn, Optional<String> page, List<Entry> entries) {

        /** Entries of any kind; what is none is words. */
        public static Row of(String label, Object... entries) {
            return new Row(label, false, Optional.empty(), entries(entries));
        }

        /** The row of a strategy, marked where it stands in for another. */
        public static Row of(StrategyEntry strategy, Object... entries) {
            return new Row(strategy.id(), strategy.standIn(), Optional.empty(), entries(entries));
        }

        private static List<Entry> entries(Object... entries) {
            return Stream.of(entries)
                    .map(entry -> entry instanceof Entry made ? made : new Entry.Text(Sentence.join(entry)))
                    .toList();
        }
    }

    /**
     * Begins a table with one row an item, in their order; its columns follow.
     *
     * @param caption words, or a {@link Sentence} where it has figures
     */
    public static <T> Builder<T> of(
            Object caption, String corner, Collection<T> items, Function<? super T, String> label) {
        return new Builder<>(Sentence.join(caption), corner, List.copyOf(items), label);
    }

    /** One row a cell, named by its strategy. */
    public static Builder<CellResult> ofCells(Object caption, String corner, Collection<CellResult> cells) {
        return of(caption, corner, cells, CellResult::rowName).standIn(CellResult::standIn);
    }

    /** One row a strategy, or what there is of one. */
    public static <T> Builder<T> ofStrategies(
            String caption, Collection<T> items, Function<? super T, StrategyEntry> strategy) {
        return of(caption, "strategy", items, (T item) -> strategy.apply(item).id())
                .standIn(item -> strategy.apply(item).standIn());
    }

    /** A table in the making, column by column. */
    public static final class Builder<T> {

        private final Sentence caption;
        private final String corner;
        private final List<T> items;
        private final Function<? super T, String> label;
        private final List<String> headings = new ArrayList<>();
        private final List<Function<? super T, ?>> entries = new ArrayList<>();
        private Predicate<? super T> standIn = item -> false;
        private Function<? super T, Optional<String>> page = item -> Optional.empty();

        private Builder(Sentence caption, String corner, List<T> items, Function<? super T, String> label) {
            this.caption = caption;
            this.corner = corner;
            this.items = items;
            this.label = label;
        }

        /** @param rows which of them must be marked as standing in for others */
        public Builder<T> standIn(Predicate<? super T> rows) {
            standIn = rows;
            return this;
        }

        /** @param names file names of the pages that say more of the rows */
        public Builder<T> page(Function<? super T, String> names) {
            page = item -> Optional.of(names.apply(item));
            return this;
        }

        /** @param entry of an item: an {@link Entry}, a {@link Value}, a {@link Sentence} or words; a dash where it is empty */
        public Builder<T> column(String heading, Function<? super T, ?> entry) {
            headings.add(heading);
            entries.add(entry);
            return this;
        }

        public Table table() {
            return new Table(
                    caption,
                    corner,
                    List.copyOf(headings),
                    items.stream()
                            .map(item ->
                                    new Row(label.apply(item), standIn.test(item), page.apply(item), entries(item)))
                            .toList());
        }

        public void addTo(List<? super Table> blocks) {
            blocks.add(table());
        }

        private List<Entry> entries(T item) {
            return Row.entries(
                    entries.stream().map(entry -> there(entry.apply(item))).toArray());
        }

        private static Object there(Object found) {
            Object there = found instanceof Optional<?> optional ? optional.orElse(null) : found;
            return there == null || there.equals("") ? "-" : there;
        }
    }

    public Table(String caption, String corner, List<String> columns, List<Row> rows) {
        this(Sentence.join(caption), corner, columns, rows);
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
