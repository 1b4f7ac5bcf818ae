// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.util.function.Function;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage as people write it, as what it is a percentage of. */
public abstract class PercentConverter<T> implements ITypeConverter<T> {

    private final Function<Percent, T> constructor;

    /** @param constructor throws {@link IllegalArgumentException} where the percentage is out of range */
    protected PercentConverter(Function<Percent, T> constructor) {
        this.constructor = constructor;
    }

    @Override
    public T convert(String text) {
        try {
            return constructor.apply(Percent.parse(text)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is no percentage such as 1% or 0.5%")));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
