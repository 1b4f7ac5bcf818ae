// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.model.Printable;

/** What the template of the site is filled with: finished strings. Parts that a page has not are null. */
record PageView(
        Frame frame,
        String title,
        String heading,
        boolean overview,
        boolean standIn,
        String lead,
        String subtitle,
        List<String> findings,
        List<String> notices,
        List<Section> sections) {

    static final String WHEN = "when";
    static final String BECAUSE = "because";
    static final String HASH = "hash";

    boolean hasNotices() {
        return !notices.isEmpty();
    }

    /** What every page has alike. */
    record Frame(String css, String policy, String script) {}

    record Section(
            String id, String heading, String explanation, List<Drawing> drawings, Grid grid, List<Paragraph> after) {

        static Section table(String id, String heading, String explanation, Grid grid) {
            return new Section(id, heading, explanation, List.of(), grid, List.of());
        }

        static Section prose(String id, String heading, List<String> texts) {
            List<Paragraph> paragraphs =
                    texts.stream().map(text -> new Paragraph(null, text)).toList();
            return new Section(id, heading, null, List.of(), null, paragraphs);
        }
    }

    /** The drawing is markup of our own making; null where the machine has no fonts. */
    record Drawing(String title, String svg) {}

    record Paragraph(String style, String text) {}

    record Grid(String kind, List<String> columns, List<Row> rows) {

        static <T> Grid of(String kind, List<T> items, List<Column<T>> columns) {
            return new Grid(
                    kind,
                    columns.stream().map(Column::heading).toList(),
                    items.stream()
                            .map(item -> columns.stream()
                                    .map(column -> column.cell(item))
                                    .toList())
                            .map(cells -> new Row(cells.get(0), cells.subList(1, cells.size())))
                            .toList());
        }
    }

    record Row(Cell head, List<Cell> cells) {}

    record Cell(String style, String sortKey, Content content) {}

    /** What stands in a cell; parts that it has not are null. The drawing is markup of our own making. */
    record Content(
            String href, String text, String small, List<String> tags, String svg, Badge badge, MachineChange list) {

        static Content link(String href, String text, List<String> tags) {
            return new Content(href, text, null, tags, null, null, null);
        }

        static Content text(String text) {
            return new Content(null, text, null, null, null, null, null);
        }

        static Content drawing(String svg) {
            return new Content(null, null, null, null, svg, null, null);
        }

        static Content judged(Badge badge, String text, String small) {
            return new Content(null, text, small, null, null, badge, null);
        }
    }

    record Badge(String label, String kind) {

        /** A colour for what somebody should look at. */
        static Badge of(Change change) {
            String colour = change.isSlower() ? "slower" : "faster";
            return new Badge(HistoryText.badge(change), change.isAlarm() ? colour : "undecided");
        }
    }

    /**
     * One column of a table that has a row for each item.
     *
     * @param style class of its cells, or null
     * @param sortKey what it is sorted by; null where that is the text
     * @param content a {@link Content}, or words
     */
    record Column<T>(String heading, String style, Function<T, ?> sortKey, Function<T, ?> content) {

        Column(String heading, Function<T, ?> content) {
            this(heading, null, null, content);
        }

        Column(String heading, String style, Function<T, ?> content) {
            this(heading, style, null, content);
        }

        private Cell cell(T item) {
            Object found = content.apply(item);
            return new Cell(
                    style,
                    sortKey == null ? null : sortKey.apply(item).toString(),
                    found instanceof Content made ? made : Content.text(found.toString()));
        }
    }

    /** The section of the machine's changes; nothing where there are none. */
    static List<Section> machineSection(List<MachineChange> changes, boolean ofSeveral, String explanation) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Column<MachineChange>> columns = new ArrayList<>(List.of(
                new Column<>("number", MachineChange::number),
                new Column<>("when", WHEN, change -> HistoryText.day(change.after())),
                new Column<>("first run", HASH, change -> HistoryText.id(change.after())),
                new Column<>("what changed", change -> new Content(null, null, null, null, null, null, change))));
        if (ofSeveral) {
            columns.add(
                    3,
                    new Column<>(
                            "machine", change -> Printable.brief(change.after().machine())));
        }
        Grid grid = Grid.of("machine", changes, columns);
        return List.of(Section.table("machine", "Changes of the machine", explanation, grid));
    }
}
