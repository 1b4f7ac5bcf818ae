// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many runs to look back on: one at least, and no more than anybody waits for. */
public final class CountConverter implements ITypeConverter<Integer> {

    private static final int MOST = 50;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("'" + text + "' is no number from 1 to " + MOST);
        }
        return Integer.valueOf(text);
    }
}
