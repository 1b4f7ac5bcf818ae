// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * One fork of one cell: a row of {@link StoreTable#MEASUREMENTS}.
 *
 * @param run whose it is
 * @param cell id of the cell, or JMH's class, method, mode and parameters in one text; what a series is named by
 * @param benchmark id of the cell, or JMH's class and method
 * @param mode JMH's; empty for a cell
 * @param parameters JMH's by name as a JSON object; {@code {}} for a cell, whose id has them
 * @param metric {@code primary} or the name of another
 * @param unit of the value
 * @param fork round of a run folder, or number of the fork in a JMH file, from 1
 * @param value median of the samples
 * @param samples a figure for each iteration, as a JSON list of numbers
 * @param baseline id of the cell that it is compared with; null where it is compared with none
 * @param baselineValue the baseline's value of the same round; null where there is none
 * @param inJava whether the measured loop is in Java
 * @param standIn whether its strategy stands in for another
 * @param settings how it was measured, as a JSON object
 * @param cautions what a reader has to know of the figures, as a JSON list of texts
 */
@RecordBuilder
record StoredFork(
        String run,
        String cell,
        String benchmark,
        String mode,
        String parameters,
        String metric,
        String unit,
        long fork,
        double value,
        String samples,
        String baseline,
        Double baselineValue,
        boolean inJava,
        boolean standIn,
        String settings,
        String cautions)
        implements StoredForkBuilder.With {

    static final RowMapping<StoredFork> ROWS = new RowMapping<>(StoreTable.MEASUREMENTS, StoredFork.class);
}
