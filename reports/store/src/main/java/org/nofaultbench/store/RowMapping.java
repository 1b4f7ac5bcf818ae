// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreTable.Column;

/**
 * Rows of a table as records, whose components or methods have the columns' names in Java's spelling. A stranger may have written
 * a Parquet file: what has to be there is there, or the row is refused.
 */
final class RowMapping<R extends Record> {

    private final StoreTable table;
    private final Class<R> type;
    private final List<Column> components;

    RowMapping(StoreTable table, Class<R> type) {
        this.table = table;
        this.type = type;
        this.components = Stream.of(type.getRecordComponents())
                .map(component -> columnOf(component.getName()))
                .toList();
    }

    private Column columnOf(String component) {
        String name = component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> StoreTable.text(name));
    }

    /** The values of the columns, in their order. */
    Object[] values(R row) {
        return table.columns().stream().map(column -> value(column, row)).toArray();
    }

    private Object value(Column column, R row) {
        try {
            return type.getDeclaredMethod(column.javaName()).invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param values gives that of a column, or of a component that is none, by its name */
    R read(Function<String, Object> values) {
        RecordComponent[] all = type.getRecordComponents();
        Class<?>[] types = Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            arguments[i] = checked(components.get(i), types[i], values);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object checked(Column column, Class<?> type, Function<String, Object> values) {
        Object value = values.apply(column.name());
        if (value == null && !column.optional()) {
            throw refused("row of the store lacks a value", column, null, values);
        }
        if (value instanceof String text && text.length() > column.mostChars()) {
            throw refused(
                    "row of the store has a text that is too long", column, text.substring(0, 20) + "...", values);
        }
        return !type.isEnum()
                ? value
                : Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.toString().equals(value))
                        .findFirst()
                        .orElseThrow(() -> refused("row of the store has an unknown word", column, value, values));
    }

    private static InputException refused(String what, Column column, Object value, Function<String, Object> values) {
        return new InputException(
                what,
                "remove the file of its run and add the run again",
                Detail.of("run", values.apply("run")),
                Detail.of("column", column.name()),
                Detail.of("value", value));
    }
}
