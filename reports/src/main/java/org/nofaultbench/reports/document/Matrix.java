// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;

/**
 * Short marks by row and numbered column, for more columns than a table has room for.
 *
 * @param corner heading of the first column
 * @param columns names of the others, numbered from 1
 * @param rows as many marks each as there are columns
 */
public record Matrix(String corner, List<String> columns, List<Row> rows) implements Block {

    /** What a row claims and nobody has put to the test. */
    public static final String DECLARED = "declared";

    /** Where a row has nothing in a column. */
    public static final String NOTHING = "-";

    /**
     * One row.
     *
     * @param label its name
     * @param standIn whether it must be marked as standing in for another
     * @param marks those of {@link org.nofaultbench.reports.model.Observation#mark()}, {@link #DECLARED} or {@link #NOTHING}
     */
    public record Row(String label, boolean standIn, List<String> marks) {}

    /** Whether a row stands in for another, so that the matrix needs the word explained. */
    public boolean hasStandIn() {
        return rows.stream().anyMatch(Row::standIn);
    }
}
