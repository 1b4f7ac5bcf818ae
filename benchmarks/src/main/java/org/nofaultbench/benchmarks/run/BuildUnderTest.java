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
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NativeFiles.Program;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Suite;

/**
 * A build that forks are started from: this one, or the one that it is compared with, which is another jar of the suite, or this
 * jar with another native library. The native files of the other are laid into a folder, so that its forks are spared the
 * unpacking as this build's are; they are deleted when this JVM ends.
 *
 * @param classPath of its forks
 * @param nativeFiles folder of its library and its programs
 * @param suite what it says of itself
 */
record BuildUnderTest(String classPath, Path nativeFiles, Suite suite) {

    private static final List<String> PROGRAMS = List.of(Program.CLIENT.fileName(), Program.VERIFY.fileName());
    private static final int MOST_BYTES = 64 << 20;
    private static final String UNKNOWN = "unknown";

    static BuildUnderTest own(NofaultLibrary library) {
        return new BuildUnderTest(System.getProperty("java.class.path"), library.directory(), BuildInfo.suite(library));
    }

    static BuildUnderTest other(RunRequest.BaselineFile baseline, NofaultLibrary own) {
        return baseline.isLibrary() ? ofLibrary(baseline.file(), own) : ofJar(baseline.file());
    }

    private static BuildUnderTest ofJar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Path folder = temporaryFolder();
            for (String name : PROGRAMS) {
                unpack(zip, name, folder);
            }
            if (!unpack(zip, NativeFiles.LIBRARY, folder)) {
                throw new UserError("the other build has no library for this platform: jar=" + jar + ", platform="
                        + Platform.RESOURCE_PREFIX + "; name a benchmarks.jar of this suite");
            }
            Properties git = new Properties();
            ZipEntry version = zip.getEntry(BuildInfo.GIT);
            if (version != null) {
                git.load(zip.getInputStream(version));
            }
            String sha256 = NativeFiles.sha256(List.of(folder.resolve(NativeFiles.LIBRARY)));
            return new BuildUnderTest(jar.toAbsolutePath().toString(), folder, BuildInfo.suite(git, sha256, UNKNOWN));
        } catch (IOException e) {
            throw new UserError(
                    "the other build cannot be read: jar=" + jar + ", reason=" + reason(e) + "; name a benchmarks.jar",
                    e);
        }
    }

    /** This jar's own Java with another library. */
    private static BuildUnderTest ofLibrary(Path library, NofaultLibrary own) {
        BuildUnderTest self = own(own);
        try {
            Path folder = temporaryFolder();
            Path copy = executable(Files.copy(library, folder.resolve(NativeFiles.LIBRARY)));
            for (String name : PROGRAMS) {
                executable(Files.copy(own.directory().resolve(name), folder.resolve(name)));
            }
            Suite suite = self.suite.withLibrarySha256(NativeFiles.sha256(List.of(copy)));
            return new BuildUnderTest(self.classPath, folder, suite.withInstructionSet(UNKNOWN));
        } catch (IOException e) {
            throw new UserError(
                    "the other library cannot be read: library=" + library + ", reason=" + reason(e)
                            + "; name a libnofault.so",
                    e);
        }
    }

    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("nofault-native");
        folder.toFile().deleteOnExit();
        return folder;
    }

    /** Whether the jar has the file. */
    private static boolean unpack(ZipFile zip, String name, Path folder) throws IOException {
        ZipEntry entry = zip.getEntry(Platform.RESOURCE_PREFIX + "/" + name);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException("a native file is larger than " + MOST_BYTES + " bytes");
                }
                executable(Files.write(folder.resolve(name), bytes));
            }
        }
        return entry != null;
    }

    private static Path executable(Path file) throws IOException {
        file.toFile().deleteOnExit();
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName()
                + (e.getMessage() == null
                        ? ""
                        : " " + e.getMessage().lines().findFirst().orElse(""));
    }

    List<String> jvmArguments() {
        return ForkJvm.filesIn(nativeFiles);
    }
}
