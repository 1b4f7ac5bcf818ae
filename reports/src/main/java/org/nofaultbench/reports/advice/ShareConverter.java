// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share of a whole as people write it. */
final class ShareConverter implements ITypeConverter<Percent> {

    private static final int WHOLE = 100;

    @Override
    public Percent convert(String text) {
        return Percent.parse(text).filter(share -> share.value() <= WHOLE).orElseThrow(() -> new TypeConversionException(
                "'" + text + "' is no share from 0% to 100%"));
    }
}
