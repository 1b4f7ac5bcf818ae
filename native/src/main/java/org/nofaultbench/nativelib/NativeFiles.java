// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds the shared library and the programs beside it: in the folder named by {@link #DIRECTORY_PROPERTY}, which is how a
 * fork is spared the unpacking, or else unpacked from the jar into a folder that is deleted when the JVM ends.
 */
public final class NativeFiles {

    /** System property that names the folder holding the files. */
    public static final String DIRECTORY_PROPERTY = "nofault.native.dir";

    public static final String LIBRARY = "libnofault.so";

    /** The native part of JNA, by the name that its jar has for it. */
    private static final String JNA = "libjnidispatch.so";

    /** Where JNA looks first for its native part. */
    private static final String JNA_FOLDER_PROPERTY = "jna.boot.library.path";

    private static final String OTHER_FOLDER =
            "; name another: -Djava.io.tmpdir=DIR (under Maven in JAVA_TOOL_OPTIONS)";

    private static Path located;

    private NativeFiles() {}

    /** The programs beside the library. */
    public enum Program implements NamedConstant {
        /** The client: draws, shrinks and attacks on command. */
        CLIENT,
        /** Experiments on every strategy. */
        VERIFY,
        /** Times two strategies in turn. */
        PAIR,
        /** Counts instructions, where the clock does. */
        COUNT;

        public String fileName() {
            return "nofault-" + id();
        }
    }

    /** The folder that holds them all. */
    static synchronized Path directory() {
        if (located == null) {
            String given = System.getProperty(DIRECTORY_PROPERTY);
            located = given == null ? unpack() : existing(Path.of(given));
        }
        return located;
    }

    /**
     * Has JNA load its native part from among these files. By itself it unpacks it under the home folder, which may be read-only
     * or mounted noexec. Must come before the first use of JNA.
     */
    public static void prepareJna() {
        Path directory = directory();
        if (System.getProperty(JNA_FOLDER_PROPERTY) == null && Files.isReadable(directory.resolve(JNA))) {
            System.setProperty(JNA_FOLDER_PROPERTY, directory.toString());
        }
    }

    /**
     * What a JVM that is started for these files loads JNA with: without unpacking it and without a search for libraries, for which
     * JNA starts {@code ldconfig} in each JVM; empty where the folder lacks JNA's part.
     */
    public static List<String> jnaOptions(Path directory) {
        return Files.isReadable(directory.resolve(JNA))
                ? List.of(
                        "-Djna.nounpack=true",
                        "-D" + JNA_FOLDER_PROPERTY + "=" + directory,
                        "-Djna.platform.library.path=" + directory)
                : List.of();
    }

    /** Of the files one after the other, in lower-case hexadecimal. */
    public static String sha256(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a native library: files=" + files, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Path existing(Path directory) {
        for (String name : List.of(LIBRARY, Program.CLIENT.fileName())) {
            if (!Files.isReadable(directory.resolve(name))) {
                throw new IllegalStateException("native file is missing: " + DIRECTORY_PROPERTY + "=" + directory
                        + ", file=" + name + "; build it with `make -C native`");
            }
        }
        return directory.toAbsolutePath();
    }

    private static Path unpack() {
        try {
            Path directory = Files.createTempDirectory("nofault-native");
            // Deleted in the opposite order: the files before their folder.
            directory.toFile().deleteOnExit();
            unpack(NativeFiles.class, "/", directory.resolve(LIBRARY));
            for (Program program : Program.values()) {
                unpack(NativeFiles.class, "/", directory.resolve(program.fileName()));
            }
            unpack(Native.class, "/com/sun/jna/", directory.resolve(JNA));
            // access(2) refuses X_OK on such a mount whatever the file's mode says.
            if (!Files.isExecutable(directory.resolve(Program.CLIENT.fileName()))) {
                throw new UnusableLibraryException(
                        "no program starts from the temporary folder, which is mounted noexec: java.io.tmpdir="
                                + System.getProperty("java.io.tmpdir") + OTHER_FOLDER);
            }
            return directory;
        } catch (IOException e) {
            throw new UnusableLibraryException(
                    "cannot unpack the native library: java.io.tmpdir=" + System.getProperty("java.io.tmpdir")
                            + ", reason=" + reason(e) + OTHER_FOLDER,
                    e);
        }
    }

    /** What the system said; of a missing file Java keeps only the name. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException failed && failed.getReason() == null
                ? e.getClass().getSimpleName()
                : e.getMessage();
    }

    private static void unpack(Class<?> owner, String folder, Path file) throws IOException {
        String resource = folder + Platform.RESOURCE_PREFIX + "/" + file.getFileName();
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no native library for this platform in the jar: platform="
                        + Platform.RESOURCE_PREFIX + "; build the suite on this machine");
            }
            file.toFile().deleteOnExit();
            Files.copy(in, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
