// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.Limits;

/** The two kinds of files of a store and their columns, whose meaning {@code results/README.md} describes. */
public enum StoreTable {

    /** One row for each fork of each cell of a run. */
    MEASUREMENTS(List.of(
            text("run"),
            text("cell"),
            text("benchmark"),
            text("mode"),
            text("parameters"),
            text("metric"),
            text("unit"),
            column("fork", Type.BIGINT),
            column("value", Type.DOUBLE),
            text("samples"),
            optional("baseline", Type.VARCHAR),
            optional("baseline_value", Type.DOUBLE),
            column("in_java", Type.BOOLEAN),
            column("stand_in", Type.BOOLEAN),
            text("settings"),
            text("cautions"))),

    /** One row for each run. */
    RUNS(List.of(
            text("run"),
            text("source"),
            word("machine_name"),
            text("started_utc"),
            column("started_us", Type.BIGINT),
            text("status"),
            word("preset"),
            word("version"),
            word("commit"),
            column("modified", Type.BOOLEAN),
            word("library_sha256"),
            word("instruction_set"),
            optional("cpu", Type.VARCHAR),
            optional("kernel", Type.VARCHAR),
            optional("kernel_build_id", Type.VARCHAR),
            optional("hypervisor", Type.VARCHAR),
            optional("jvm", Type.VARCHAR),
            optional("environment", Type.VARCHAR),
            text("content_sha256")));

    /** Types of columns: those that every engine has. */
    public enum Type {
        BIGINT,
        DOUBLE,
        VARCHAR,
        BOOLEAN
    }

    /**
     * @param name as in the file
     * @param type to which it is cast when it is written
     * @param optional whether a row may lack it
     * @param mostChars of a text
     */
    public record Column(String name, Type type, boolean optional, int mostChars) {

        /** {@code librarySha256} for {@code library_sha256}. */
        String javaName() {
            return Pattern.compile("_(.)")
                    .matcher(name)
                    .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private final List<Column> columns;

    StoreTable(List<Column> columns) {
        this.columns = columns;
    }

    static Column text(String name) {
        return column(name, Type.VARCHAR);
    }

    /** A short text, which may be empty. */
    private static Column word(String name) {
        return new Column(name, Type.VARCHAR, false, Limits.ID_CHARS);
    }

    private static Column optional(String name, Type type) {
        return new Column(name, type, true, Integer.MAX_VALUE);
    }

    private static Column column(String name, Type type) {
        return new Column(name, type, false, Integer.MAX_VALUE);
    }

    public List<Column> columns() {
        return columns;
    }

    /** Name of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns of a {@code CREATE TABLE}. */
    String definition() {
        return columns.stream()
                .map(column -> '"' + column.name() + "\" " + column.type())
                .collect(Collectors.joining(", "));
    }

    /** The columns of a {@code SELECT}, each with an explicit type: none is left to what an engine infers. */
    String selection() {
        return columns.stream()
                .map(column -> "CAST(\"" + column.name() + "\" AS " + column.type() + ") AS \"" + column.name() + '"')
                .collect(Collectors.joining(", "));
    }
}
