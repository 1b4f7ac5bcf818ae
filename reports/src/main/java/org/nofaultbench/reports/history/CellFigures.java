// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Optional;
import org.nofaultbench.reports.stats.Estimate;

/**
 * The figures of a cell.
 *
 * @param id of the cell, such as {@code BufferRead.warm/guard-pool/1080p}
 * @param metric whose figure it is
 * @param unit of the figure; smaller is better
 * @param inJava whether its loop is in Java, so that another library changes nothing and another commit may
 * @param standIn whether its strategy stands in for another
 * @param baseline id of the cell that it is compared with; null where it is compared with none
 * @param figure in the unit
 * @param ratio to the baseline, paired by round; empty where one of the two has no figure
 */
public record CellFigures(
        String id,
        String metric,
        String unit,
        boolean inJava,
        boolean standIn,
        String baseline,
        Estimate figure,
        Optional<Estimate> ratio) {}
