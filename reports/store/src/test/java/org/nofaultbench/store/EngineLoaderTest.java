// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLoaderTest {

    private static final String RESOURCE =
            "libduckdb_java.so_linux_" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");

    @TempDir
    private Path temporary;

    private static Path jarOfTheDriver() throws Exception {
        return Path.of(DuckDBDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private EngineLoader loader(Path cache) throws Exception {
        return EngineLoader.of(jarOfTheDriver(), cache);
    }

    private static long answer(EngineLoader loader) throws Exception {
        Driver driver = (Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                .getDeclaredConstructor()
                .newInstance();
        try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
                ResultSet result = connection.createStatement().executeQuery("SELECT 6 * 7")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The kernel's list of what this process has mapped says which copy was loaded. */
    @Test
    void unpacksTheLibraryOnceAndMendsOneThatWasCutOff() throws Exception {
        Path cache = temporary.resolve("cache");
        Path library;
        try (EngineLoader first = loader(cache)) {
            library = StoreFolder.list(cache, file -> true).get(0);
            assertThat(first.getResource(RESOURCE)).isNull();
        }
        Object inode = Files.getAttribute(library, "unix:ino");
        try (EngineLoader second = loader(cache)) {
            assertThat(StoreFolder.list(cache, file -> true)).containsExactly(library);
            assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(inode);
            assertThat(answer(second)).isEqualTo(42);
            assertThat(Path.of("/proc/self/maps")).content().contains(library.toString());
        }
        long size = Files.size(library);
        Path other = Files.createDirectories(temporary.resolve("other")).resolve(library.getFileName());
        Files.write(other, new byte[] {1});
        try (EngineLoader third = loader(other.getParent())) {
            assertThat(Files.size(other)).isEqualTo(size);
            assertThat(third.getResource(RESOURCE)).isNull();
        }
    }

    @Test
    void leavesItToTheDriverWhereTheCacheCannotBeWritten() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        try (EngineLoader loader = loader(file.resolve("cache"))) {
            assertThat(loader.getResource(RESOURCE)).isNotNull();
            assertThat(answer(loader)).isEqualTo(42);
        }
    }
}
