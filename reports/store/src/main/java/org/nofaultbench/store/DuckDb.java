// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/**
 * DuckDB in this process and in memory. Nothing is fetched: Parquet is built into it, and extensions are neither installed nor
 * loaded by themselves.
 */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    /**
     * What it may use.
     *
     * @param memory such as {@code 1GB}; beyond it sorts and joins go to the temporary folder
     * @param threads at most
     * @param temporary folder
     */
    record Limits(String memory, int threads, Path temporary) {

        static Limits usual() {
            return new Limits(
                    "1GB",
                    Math.max(1, Runtime.getRuntime().availableProcessors()),
                    Path.of(System.getProperty("java.io.tmpdir"), "nofault-store"));
        }
    }

    /** One row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;

        /** One that takes the values of columns by their names. */
        static <T> RowReader<T> byName(Function<Function<String, Object>, T> reader) {
            return row -> reader.apply(name -> {
                try {
                    return row.getObject(name);
                } catch (SQLException e) {
                    throw new Failed(e);
                }
            });
        }
    }

    /** A statement that failed. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failed(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        /** It says nothing of the files that were read. */
        boolean isOutOfMemory() {
            return getMessage().startsWith("Out of Memory Error");
        }

        /** The engine's message on one line, as far as a user needs it. */
        String brief() {
            return getMessage().lines().findFirst().orElse("").strip();
        }
    }

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb open(Limits limits) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", limits.memory());
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("temp_directory", limits.temporary().toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        try {
            return new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
        } catch (SQLException e) {
            throw new InputException(
                    "DuckDB does not start",
                    "check --engine-memory and that the temporary folder can be written",
                    Detail.of("memory", limits.memory()),
                    Detail.of("temporary", limits.temporary()),
                    Detail.of("reason", new Failed(e).brief()));
        } catch (LinkageError e) {
            throw new InputException(
                    "library of DuckDB cannot be loaded",
                    "name a folder whose files may be executed with XDG_CACHE_HOME",
                    Detail.of("reason", e.getMessage()));
        }
    }

    /** The same database for another thread. */
    DuckDb duplicate() {
        try {
            return new DuckDb(connection.unwrap(DuckDBConnection.class).duplicate());
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** All rows are there before the first is read: a query fails as a whole. */
    <T> List<T> query(String sql, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /**
     * Makes a file of rows; it appears whole, under its name, or not at all.
     *
     * @param rows values of the table's columns in their order; null where there is none
     */
    void write(StoreTable table, List<Object[]> rows, Path target) throws IOException {
        execute("CREATE OR REPLACE TABLE staged (" + table.definition() + ")");
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("staged")) {
            for (Object[] row : rows) {
                appender.beginRow();
                for (Object value : row) {
                    append(value, appender);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
        copy("SELECT " + table.selection() + " FROM staged", List.of(), target);
        execute("DROP TABLE staged");
    }

    private static void append(Object value, DuckDBAppender appender) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else {
            appender.append(value.toString());
        }
    }

    /** Makes a file of what a query gives, with the names of the files that it replaces in its metadata. */
    void copy(String select, List<String> replaced, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = StoreFolder.temporary(target.getParent());
        String metadata = replaced.isEmpty()
                ? ""
                : ", KV_METADATA {" + StoreFolder.REPLACES + ": " + literal(String.join("\n", replaced)) + "}";
        try {
            execute("COPY (" + select + ") TO " + literal(part) + " (FORMAT parquet, COMPRESSION zstd" + metadata
                    + ")");
            if (!replaced.isEmpty()) {
                // Before what it replaces is removed. A run that a power failure cut off is mended by adding it again.
                try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Names of the files that the given ones replace. Names of files have no line break. */
    List<String> replacedBy(List<Path> files) {
        return files.isEmpty()
                ? List.of()
                : query(
                                "SELECT decode(value) FROM parquet_kv_metadata(" + list(files)
                                        + ") WHERE decode(key) = " + literal(StoreFolder.REPLACES),
                                row -> row.getString(1))
                        .stream()
                        .flatMap(String::lines)
                        .distinct()
                        .toList();
    }

    static String rowsOf(List<Path> files) {
        return "read_parquet(" + list(files) + ", hive_partitioning = false)";
    }

    private static String list(List<Path> files) {
        return files.stream().map(DuckDb::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
