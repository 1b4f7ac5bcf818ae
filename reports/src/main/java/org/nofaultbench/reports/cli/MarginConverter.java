// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a margin as people write it. */
public final class MarginConverter implements ITypeConverter<Margin> {

    @Override
    public Margin convert(String text) {
        try {
            return new Margin(Percent.parse(text)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is no percentage such as 1% or 0.5%")));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
