// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.Function;

/**
 * One fork of one cell: a row of {@link StoreTable#MEASUREMENTS} without its run.
 *
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

    /** @param row gives the value of a column of {@link StoreTable#MEASUREMENTS} by its name */
    static StoredFork fromRow(Function<String, Object> row) {
        StoreRow columns = new StoreRow(row);
        return StoredForkBuilder.builder()
                .cell(columns.text("cell"))
                .benchmark(columns.text("benchmark"))
                .mode(columns.text("mode"))
                .parameters(columns.text("parameters"))
                .metric(columns.text("metric"))
                .unit(columns.text("unit"))
                .fork(columns.number("fork"))
                .value(columns.figure("value"))
                .samples(columns.text("samples"))
                .baseline(columns.textOrNull("baseline"))
                .baselineValue(columns.figureOrNull("baseline_value"))
                .inJava(columns.truth("in_java"))
                .standIn(columns.truth("stand_in"))
                .settings(columns.text("settings"))
                .cautions(columns.text("cautions"))
                .build();
    }

    /** The columns of {@link StoreTable#MEASUREMENTS} in their order. */
    Object[] row(String run) {
        return new Object[] {
            run,
            cell,
            benchmark,
            mode,
            parameters,
            metric,
            unit,
            fork,
            value,
            samples,
            baseline,
            baselineValue,
            inJava,
            standIn,
            settings,
            cautions
        };
    }
}
