// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.model.SuiteBuilder;

/**
 * The build that this one is compared with: another jar of the suite, or this jar with another native library. Its native
 * files are laid into a folder, so that its forks are spared the unpacking as this build's are.
 *
 * @param build what its forks are started from
 */
record BaselineBuild(BuildUnderTest build) implements AutoCloseable {

    private static final String LIBRARY = "libnofault.so";
    private static final List<String> PROGRAMS = List.of("nofault-client", "nofault-verify");
    private static final String VERSION = "META-INF/nofault-git.properties";
    private static final long MOST_BYTES = 64L << 20;
    private static final String UNKNOWN = "unknown";

    static BaselineBuild open(RunRequest.BaselineFile baseline, NofaultLibrary own) {
        return baseline.isLibrary() ? ofLibrary(baseline.file(), own) : ofJar(baseline.file());
    }

    private static BaselineBuild ofJar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Path folder = Files.createTempDirectory("nofault-native");
            for (String name : PROGRAMS) {
                unpack(zip, name, folder);
            }
            Path library = unpack(zip, LIBRARY, folder);
            if (library == null) {
                throw new UserError("the other build has no library for this platform: jar=" + jar + ", platform="
                        + Platform.RESOURCE_PREFIX + "; name a benchmarks.jar of this suite");
            }
            Properties git = version(zip);
            return new BaselineBuild(new BuildUnderTest(
                    jar.toAbsolutePath().toString(),
                    folder,
                    SuiteBuilder.builder()
                            .version(git.getProperty("git.build.version", UNKNOWN))
                            .commit(git.getProperty("git.commit.id.abbrev", UNKNOWN))
                            .modified(Boolean.parseBoolean(git.getProperty("git.dirty", "false")))
                            .librarySha256(NativeFiles.sha256(List.of(library)))
                            .instructionSet(UNKNOWN)
                            .build()));
        } catch (IOException e) {
            throw new UserError(
                    "the other build cannot be read: jar=" + jar + ", reason=" + reason(e) + "; name a benchmarks.jar",
                    e);
        }
    }

    /** This jar's own Java with another library. */
    private static BaselineBuild ofLibrary(Path library, NofaultLibrary own) {
        BuildUnderTest self = BuildUnderTest.own(own);
        try {
            Path folder = Files.createTempDirectory("nofault-native");
            Path copy = executable(Files.copy(library, folder.resolve(LIBRARY)));
            for (String name : PROGRAMS) {
                executable(Files.copy(own.directory().resolve(name), folder.resolve(name)));
            }
            Suite suite = self.suite();
            return new BaselineBuild(new BuildUnderTest(
                    self.classPath(),
                    folder,
                    suite.withLibrarySha256(NativeFiles.sha256(List.of(copy))).withInstructionSet(UNKNOWN)));
        } catch (IOException e) {
            throw new UserError(
                    "the other library cannot be read: library=" + library + ", reason=" + reason(e)
                            + "; name a libnofault.so",
                    e);
        }
    }

    private static Path unpack(ZipFile zip, String name, Path folder) throws IOException {
        ZipEntry entry = zip.getEntry(Platform.RESOURCE_PREFIX + "/" + name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Files.write(folder.resolve(name), bounded(in));
        }
        return executable(folder.resolve(name));
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("a native file is larger than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Properties version(ZipFile zip) throws IOException {
        Properties git = new Properties();
        ZipEntry entry = zip.getEntry(VERSION);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                git.load(in);
            }
        }
        return git;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName()
                + (e.getMessage() == null
                        ? ""
                        : " " + e.getMessage().lines().findFirst().orElse(""));
    }

    @Override
    public void close() throws IOException {
        for (String name : PROGRAMS) {
            Files.deleteIfExists(build.nativeFiles().resolve(name));
        }
        Files.deleteIfExists(build.nativeFiles().resolve(LIBRARY));
        Files.deleteIfExists(build.nativeFiles());
    }
}
