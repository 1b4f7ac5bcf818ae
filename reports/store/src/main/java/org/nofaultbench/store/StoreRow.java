// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.function.Function;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Limits;

/**
 * A row of a Parquet file, which a stranger may have written: what has to be there is there, or the row is refused.
 *
 * @param values gives that of a column by its name
 */
record StoreRow(Function<String, Object> values) {

    String text(String column) {
        return present(column, textOrNull(column));
    }

    /** A short one, which may be empty. */
    String word(String column) {
        String value = text(column);
        if (value.length() > Limits.ID_CHARS) {
            throw refused("row of the store has a text that is too long", column, value.substring(0, 20) + "...");
        }
        return value;
    }

    String textOrNull(String column) {
        return (String) values.apply(column);
    }

    long number(String column) {
        return (Long) present(column, values.apply(column));
    }

    double figure(String column) {
        return (Double) present(column, values.apply(column));
    }

    Double figureOrNull(String column) {
        return (Double) values.apply(column);
    }

    boolean truth(String column) {
        return (Boolean) present(column, values.apply(column));
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> names) {
        String name = text(column);
        try {
            return Enum.valueOf(names, name);
        } catch (IllegalArgumentException e) {
            throw refused("row of the store has an unknown word", column, name);
        }
    }

    private <T> T present(String column, T value) {
        if (value == null) {
            throw refused("row of the store lacks a value", column, null);
        }
        return value;
    }

    private InputException refused(String what, String column, String value) {
        return new InputException(
                what,
                "remove the file of its run and add the run again",
                Detail.of("run", values.apply("run")),
                Detail.of("column", column),
                Detail.of("value", value));
    }
}
