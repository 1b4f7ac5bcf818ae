// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The two kinds of files of a store and their columns, whose meaning {@code results/README.md} describes. */
public enum StoreTable {

    /** One row for each fork of each cell of a run. */
    MEASUREMENTS(List.of(
            column("run", Type.VARCHAR),
            column("cell", Type.VARCHAR),
            column("benchmark", Type.VARCHAR),
            column("mode", Type.VARCHAR),
            column("parameters", Type.VARCHAR),
            column("metric", Type.VARCHAR),
            column("unit", Type.VARCHAR),
            column("fork", Type.BIGINT),
            column("value", Type.DOUBLE),
            column("samples", Type.VARCHAR),
            column("baseline", Type.VARCHAR),
            column("baseline_value", Type.DOUBLE),
            column("in_java", Type.BOOLEAN),
            column("stand_in", Type.BOOLEAN),
            column("settings", Type.VARCHAR),
            column("cautions", Type.VARCHAR))),

    /** One row for each run. */
    RUNS(List.of(
            column("run", Type.VARCHAR),
            column("source", Type.VARCHAR),
            column("machine_name", Type.VARCHAR),
            column("started_utc", Type.VARCHAR),
            column("started_us", Type.BIGINT),
            column("status", Type.VARCHAR),
            column("preset", Type.VARCHAR),
            column("version", Type.VARCHAR),
            column("commit", Type.VARCHAR),
            column("modified", Type.BOOLEAN),
            column("library_sha256", Type.VARCHAR),
            column("instruction_set", Type.VARCHAR),
            column("cpu", Type.VARCHAR),
            column("kernel", Type.VARCHAR),
            column("kernel_build_id", Type.VARCHAR),
            column("hypervisor", Type.VARCHAR),
            column("jvm", Type.VARCHAR),
            column("environment", Type.VARCHAR),
            column("content_sha256", Type.VARCHAR)));

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
     */
    public record Column(String name, Type type) {}

    private final List<Column> columns;

    StoreTable(List<Column> columns) {
        this.columns = columns;
    }

    private static Column column(String name, Type type) {
        return new Column(name, type);
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
