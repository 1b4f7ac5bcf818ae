// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of its own, which may die of it. */
record ChildJvm(int exitStatus, String output) {

    private static final int TIME_LIMIT_S = 60;

    /** By the resource limit: -XX:-CreateCoredumpOnCrash would also turn the SIGABRT into an exit. */
    private static final List<String> WITHOUT_CORE_FILE = List.of("sh", "-c", "ulimit -c 0; exec \"$@\"", "sh");

    static ChildJvm run(Path directory, Class<?> main, List<String> jvmArguments, String... arguments)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command(main, jvmArguments, arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("child did not end: main=" + main.getName() + ", limitS=" + TIME_LIMIT_S);
        }
        return new ChildJvm(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static List<String> command(Class<?> main, List<String> jvmArguments, String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(WITHOUT_CORE_FILE);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A child that dies cannot delete what it unpacked, so it unpacks nothing.
        command.add("-D" + NativeFiles.DIRECTORY_PROPERTY + "="
                + NofaultLibrary.load().directory());
        command.addAll(jvmArguments);
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
