// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads this program and DuckDB, whose library of 60 MB is unpacked once for each user. DuckDB's driver unpacks it at every start,
 * which takes longer than many a query, and leaves it in the temporary folder where it is killed; only where it finds no library in
 * its jar does it ask the class loader for one ({@code DuckDBNative.loadNativeLibrary} of duckdb_jdbc 1.5).
 */
final class EngineLoader extends URLClassLoader {

    private static final String LIBRARY = "duckdb_java";

    private final Optional<Path> library;

    private EngineLoader(URL jar, Optional<Path> library) {
        super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.library = library;
    }

    /**
     * @param jar of the program and of DuckDB's library
     * @param cache where the library is unpacked; where that fails, the driver unpacks it as it does
     */
    static EngineLoader of(Path jar, Path cache) throws MalformedURLException {
        return new EngineLoader(jar.toUri().toURL(), unpacked(jar, cache));
    }

    /** As the XDG Base Directory Specification has it. */
    static Path userCache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path caches = named == null || !Path.of(named).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(named);
        return caches.resolve("nofault-bench");
    }

    /** Another version of the library has another checksum, and so another name. */
    private static Optional<Path> unpacked(Path jar, Path cache) {
        try (ZipFile files = new ZipFile(jar.toFile())) {
            ZipEntry entry = files.getEntry(resource());
            if (entry == null) {
                return Optional.empty();
            }
            Path library = cache.resolve(String.format(Locale.ROOT, "lib%s-%08x.so", LIBRARY, entry.getCrc()));
            if (!Files.exists(library) || Files.size(library) != entry.getSize()) {
                unpack(files, entry, library);
            }
            return Optional.of(library.toAbsolutePath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void unpack(ZipFile files, ZipEntry entry, Path library) throws IOException {
        Files.createDirectories(library.getParent());
        Path part = StoreFolder.temporary(library.getParent());
        try (InputStream bytes = files.getInputStream(entry)) {
            Files.copy(bytes, part);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Its name in the jar of the driver. */
    private static String resource() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return "lib" + LIBRARY + ".so_linux_" + architecture;
    }

    /** Starts the engine once while the program does something else: the next start finds its classes and its library loaded. */
    void loadEngine() {
        Thread loading = new Thread(() -> {
            try {
                Driver driver = (Driver) loadClass("org.duckdb.DuckDBDriver")
                        .getDeclaredConstructor()
                        .newInstance();
                driver.connect("jdbc:duckdb:", new Properties()).close();
            } catch (ReflectiveOperationException | SQLException | LinkageError e) {
                // Who opens the engine meets the same, and says it.
                return;
            }
        });
        loading.setDaemon(true);
        loading.start();
    }

    @Override
    public URL findResource(String name) {
        return library.isPresent() && name.equals(resource()) ? null : super.findResource(name);
    }

    @Override
    protected String findLibrary(String name) {
        return name.equals(LIBRARY) ? library.map(Path::toString).orElse(null) : super.findLibrary(name);
    }
}
