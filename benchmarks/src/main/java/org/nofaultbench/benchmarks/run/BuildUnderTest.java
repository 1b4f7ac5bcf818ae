// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NativeFiles.Program;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
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
    private static final String UNKNOWN = "unknown";

    static BuildUnderTest own(NofaultLibrary library) {
        return new BuildUnderTest(System.getProperty("java.class.path"), library.directory(), BuildInfo.suite(library));
    }

    static BuildUnderTest other(RunRequest.BaselineFile baseline, NofaultLibrary own) {
        return baseline.isLibrary() ? ofLibrary(baseline.file(), own) : ofJar(baseline.file());
    }

    private static BuildUnderTest ofJar(Path jar) {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path natives = zip.getPath(Platform.RESOURCE_PREFIX);
            if (!Files.exists(natives.resolve(NativeFiles.LIBRARY))) {
                throw new UserError("the other build has no library for this platform: jar=" + jar + ", platform="
                        + Platform.RESOURCE_PREFIX + "; name a benchmarks.jar of this suite");
            }
            Path folder = copy(natives.resolve(NativeFiles.LIBRARY), natives);
            Properties git = new Properties();
            if (Files.exists(zip.getPath(BuildInfo.GIT))) {
                git.load(Files.newInputStream(zip.getPath(BuildInfo.GIT)));
            }
            Suite suite = BuildInfo.suite(git, librarySha256(folder), UNKNOWN);
            return new BuildUnderTest(jar.toAbsolutePath().toString(), folder, suite);
        } catch (IOException | ProviderNotFoundException e) {
            throw new UserError(
                    "the other build cannot be read: jar=" + jar + ", reason=" + reason(e) + "; name a benchmarks.jar",
                    e);
        }
    }

    /** This jar's own Java with another library. */
    private static BuildUnderTest ofLibrary(Path library, NofaultLibrary own) {
        BuildUnderTest self = own(own);
        try {
            Path folder = copy(library, own.directory());
            Suite suite = self.suite.withLibrarySha256(librarySha256(folder));
            return new BuildUnderTest(self.classPath, folder, suite.withInstructionSet(UNKNOWN));
        } catch (IOException e) {
            throw new UserError(
                    "the other library cannot be read: library=" + library + ", reason=" + reason(e)
                            + "; name a libnofault.so",
                    e);
        }
    }

    /** A new folder with a library, and with those of the suite's programs that there are. */
    private static Path copy(Path library, Path programs) throws IOException {
        Path folder = Files.createTempDirectory("nofault-native");
        folder.toFile().deleteOnExit();
        executable(Files.copy(library, folder.resolve(NativeFiles.LIBRARY)));
        for (String name : PROGRAMS) {
            if (Files.exists(programs.resolve(name))) {
                executable(Files.copy(programs.resolve(name), folder.resolve(name)));
            }
        }
        return folder;
    }

    private static String librarySha256(Path folder) {
        return NativeFiles.sha256(List.of(folder.resolve(NativeFiles.LIBRARY)));
    }

    private static void executable(Path file) throws IOException {
        file.toFile().deleteOnExit();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName()
                + (e.getMessage() == null
                        ? ""
                        : " " + e.getMessage().lines().findFirst().orElse(""));
    }

    List<String> jvmArguments() {
        return ForkJvm.filesIn(nativeFiles);
    }

    /**
     * What a build of the suite can be asked, as its own command {@code list} says.
     *
     * @param strategies those that run here
     * @param workloads with the values of their parameters, such as {@code 1080p/copy}
     */
    record AvailableCells(Set<String> strategies, Map<String, Set<String>> workloads) {

        private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
        private static final String MAIN = "org.nofaultbench.benchmarks.Main";

        /** Asks the build; one that cannot be started is refused. */
        static AvailableCells ofBuild(BuildUnderTest build) {
            String cannotBeStarted = "the other build cannot be started: classPath=" + build.classPath() + ", ";
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ForkJvm.accessArguments());
            command.addAll(build.jvmArguments());
            command.addAll(List.of("-cp", build.classPath(), MAIN, "list"));
            try (ChildProcess list = ChildProcess.startOther(command, TIME_LIMIT)) {
                AvailableCells cells = parse(list.output().lines().toList());
                if (list.status() != 0) {
                    throw new UserError(cannotBeStarted + list.end() + ", reason="
                            + list.firstErrorLine().orElse("none given")
                            + "; name a build of this suite for this machine");
                }
                if (cells.strategies.isEmpty() || cells.workloads.isEmpty()) {
                    throw new UserError("the other build does not say what it can measure: classPath="
                            + build.classPath() + "; name a benchmarks.jar of this suite");
                }
                return cells;
            } catch (IOException e) {
                throw new UserError(cannotBeStarted + "reason=" + e.getMessage() + "; name a build of this suite", e);
            }
        }

        static AvailableCells parse(List<String> lines) {
            AvailableCells cells = new AvailableCells(new HashSet<>(), new HashMap<>());
            String heading = "";
            String last = "";
            for (String line : lines) {
                String[] words = line.strip().split("\\s+", 3);
                if (!line.startsWith(" ")) {
                    heading = line.strip();
                } else if (heading.equals("Strategies") && words[0].startsWith("SKIPPED")) {
                    cells.strategies.remove(last);
                } else if (heading.equals("Strategies")) {
                    last = words[0];
                    cells.strategies.add(last);
                } else if (heading.equals("Workloads")) {
                    cells.workloads.put(words[0], words.length < 3 ? Set.of() : Set.of(words[2].split(", ")));
                }
            }
            return cells;
        }

        /** Refuses in one line where a cell is not among them. */
        void checkThatItHas(Cell cell) {
            String strategy = cell.strategy().map(StrategyInfo::id).orElse("");
            String workload = cell.workload().id();
            String parameters = String.join("/", cell.ownParameters().values());
            check(strategy.isEmpty() || strategies.contains(strategy), cell, "strategy=" + strategy);
            check(workloads.containsKey(workload), cell, "workload=" + workload);
            check(
                    parameters.isEmpty() || workloads.get(workload).contains(parameters),
                    cell,
                    "parameters=" + parameters);
        }

        private static void check(boolean has, Cell cell, String what) {
            if (!has) {
                throw new UserError(
                        "the other build lacks a cell: cell=" + cell.id() + ", " + what + "; leave it out with --only");
            }
        }
    }
}
