// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;

/** What the templates are filled with: finished strings, in the shape of the markup. */
final class View {

    private View() {}

    /** The page. */
    record Page(
            String title,
            String heading,
            List<String> lead,
            String subtitle,
            String policy,
            String css,
            String script,
            String status,
            String statusClass,
            List<String> reasons,
            List<String> warnings,
            List<Fact> facts,
            Part overview,
            List<Part> parts) {

        boolean hasWarnings() {
            return !warnings.isEmpty();
        }
    }

    record Fact(String name, String value) {}

    record Part(String id, String title, String explanation, List<Piece> pieces) {}

    /** One of its members is set, the others are null. */
    record Piece(String prose, Grid grid, Matrix matrix, Figure figure) {}

    record Badge(String label, String kind) {}

    /** The drawing is markup of our own making, null where the machine has no fonts; the table is the anchor of one, or null. */
    record Figure(String id, String title, String svg, String table) {}

    record Grid(
            String id, String name, String caption, String corner, List<String> columns, List<Row> rows, String kind) {}

    record Matrix(String name, String corner, List<Heading> headings, List<MarkedRow> rows) {}

    record Heading(int number, String name) {}

    record MarkedRow(String label, boolean standIn, List<Mark> marks) {}

    record Mark(String kind, String word) {}

    record Row(String label, boolean standIn, List<Cell> cells) {}

    /**
     * Main text, what stands small below it, a verdict, how many columns it takes and what it is sorted by; each but the first
     * two may be null.
     */
    record Cell(String kind, String main, String interval, String small, Badge badge, String span, String value) {

        Cell(String kind, String main, String interval, String value) {
            this(kind, main, interval, null, null, null, value);
        }
    }
}
