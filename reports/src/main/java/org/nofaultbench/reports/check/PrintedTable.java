// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;

/**
 * A table as it was read out of a page or a text.
 *
 * @param caption empty where it has none
 * @param columns headings beside that of the row names
 */
record PrintedTable(String caption, List<String> columns, List<Row> rows) {

    /**
     * One row.
     *
     * @param label its name, without the mark of a stand-in
     * @param entries one a column; fewer where one spans several
     */
    record Row(String label, List<Printed> entries) {}
}
