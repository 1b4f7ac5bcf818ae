// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what two runs may differ by as people write it. */
final class BetweenRunsConverter implements ITypeConverter<BetweenRuns> {

    @Override
    public BetweenRuns convert(String text) {
        try {
            return new BetweenRuns(Percent.parse(text).orElseThrow(() -> new TypeConversionException(
                    "'" + text + "' is no percentage such as 3% or 0.5%")));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
