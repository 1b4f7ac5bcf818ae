// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyLibrary;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/** One case in a JVM of its own, with a folder for what it leaves behind and a time limit. */
public final class CaseProcess {

    /** By the resource limit: -XX:-CreateCoredumpOnCrash would also turn the SIGABRT into an exit. */
    private static final List<String> WITHOUT_CORE_FILE = List.of("sh", "-c", "ulimit -c 0; exec \"$@\"", "sh");

    private static final int SIGNALLED = 128;
    private static final int SIGABRT = 6;

    /** Those that a reader of memory may die of; the numbers are those of x86-64 and aarch64. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(4, "SIGILL", SIGABRT, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    private final List<String> jvmArguments;
    private final Duration limit;

    /**
     * @param jvmArguments of the child, beside those it needs
     * @param recoveries how long an attacker attacks
     * @param limit time that the child may take
     */
    public CaseProcess(List<String> jvmArguments, int recoveries, Duration limit) {
        this.jvmArguments = new ArrayList<>(jvmArguments);
        this.jvmArguments.add("-D" + Attack.RECOVERIES_PROPERTY + "=" + recoveries);
        this.limit = limit;
    }

    public ChildResult observe(String strategy, Trait property) {
        try {
            Path folder = Files.createTempDirectory("nofault-case");
            try {
                return observeIn(folder, strategy, property);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            return new ChildResult(Observed.ERROR, "the child could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChildResult(Observed.ERROR, "interrupted");
        }
    }

    private ChildResult observeIn(Path folder, String strategy, Trait property)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Process child = new ProcessBuilder(command(folder, strategy, property))
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            child.destroyForcibly().waitFor();
            return new ChildResult(Observed.ERROR, "time limit of " + limit.toSeconds() + " s reached");
        }
        Path words = child.exitValue() == 0 ? output : errors;
        return judge(folder, child.exitValue(), property, firstLine(words));
    }

    static ChildResult judge(Path folder, int status, Trait property, String firstLine) throws IOException {
        if (status == FullFilesystem.REFUSED) {
            return new ChildResult(Observed.SKIPPED, FullFilesystem.REFUSAL);
        }
        if (property == Trait.CRASHES_JVM_OF_REAL_BUG && status == SIGNALLED + SIGABRT) {
            return leftAnErrorFile(folder)
                    ? new ChildResult(Observed.YES, "")
                    : new ChildResult(Observed.NO, "died of SIGABRT without an hs_err file");
        }
        if (status > SIGNALLED) {
            return new ChildResult(Observed.NO, "died of " + nameOfSignal(status - SIGNALLED));
        }
        return status == 0
                ? ChildResult.parse(firstLine)
                : new ChildResult(Observed.ERROR, "the child ended with status " + status + ": " + firstLine);
    }

    private static String nameOfSignal(int number) {
        return SIGNALS.getOrDefault(number, "signal " + number);
    }

    private static boolean leftAnErrorFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("hs_err_pid"));
        }
    }

    private static String firstLine(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private List<String> command(Path folder, String strategy, Trait property) {
        List<String> command = new ArrayList<>();
        if (property == Trait.SURVIVES_UNBACKABLE_HOLE) {
            command.addAll(FullFilesystem.command(folder, TrialFixture.BYTES));
        } else if (property == Trait.SURVIVES_SCATTERED_HOLES) {
            command.addAll(FullFilesystem.command(folder, FullFilesystem.SCATTERED_BYTES / 2 + TrialFixture.BYTES));
        }
        command.addAll(WITHOUT_CORE_FILE);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A child that dies cannot delete what it unpacked, so it unpacks nothing.
        command.add("-D" + NativeFiles.DIRECTORY_PROPERTY + "="
                + NofaultLibrary.load().directory());
        command.addAll(StrategyLibrary.jvmArguments());
        command.add("-D" + FullFilesystem.FOLDER_PROPERTY + "=" + folder);
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath(), JvmCase.class.getName()));
        command.addAll(List.of(strategy, property.id()));
        return command;
    }

    /** The child runs in another folder, and this JVM may have been given its jar by a relative path. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
