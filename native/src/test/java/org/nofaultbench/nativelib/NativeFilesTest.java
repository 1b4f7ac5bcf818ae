// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {

    @TempDir
    Path directory;

    static final class SaysWhereTheLibraryIs {
        public static void main(String[] arguments) {
            try {
                System.out.println("directory=" + NofaultLibrary.load().directory());
            } catch (ExceptionInInitializerError e) {
                System.out.println(e.getCause().getMessage());
            }
        }
    }

    private String output(String givenDirectory) throws Exception {
        String property = "-D" + NativeFiles.DIRECTORY_PROPERTY + "=" + givenDirectory;
        return ChildJvm.run(directory, SaysWhereTheLibraryIs.class, List.of(property))
                .output();
    }

    @Test
    void takesTheFilesFromTheFolderThatAForkIsGiven() throws Exception {
        String unpacked = NofaultLibrary.load().directory().toString();

        assertThat(output(unpacked)).contains("directory=" + unpacked);
    }

    static final class SaysWhyItCannotUnpack {
        public static void main(String[] arguments) {
            System.clearProperty(NativeFiles.DIRECTORY_PROPERTY);
            try {
                System.out.println("unpacked=" + NofaultLibrary.load().directory() + " jna="
                        + System.getProperty("jnidispatch.path"));
            } catch (UnusableLibraryException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void namesTheTemporaryFolderThatCannotBeWritten() throws Exception {
        Path missing = directory.resolve("missing");

        assertThat(ChildJvm.run(directory, SaysWhyItCannotUnpack.class, List.of("-Djava.io.tmpdir=" + missing))
                        .output())
                .contains("cannot unpack the native library: java.io.tmpdir=" + missing
                        + ", reason=NoSuchFileException; name another");
    }

    @Test
    void needsNoHomeFolder() throws Exception {
        String home = Files.createFile(directory.resolve("home")).toString();

        assertThat(ChildJvm.run(
                                directory,
                                SaysWhyItCannotUnpack.class,
                                List.of("-Djava.io.tmpdir=" + directory, "-Duser.home=" + home))
                        .output())
                .contains("jna=" + directory);
    }

    static final class SaysWhatItHas {
        public static void main(String[] arguments) {
            NofaultLibrary library = NofaultLibrary.load();
            System.out.println("strategies="
                    + library.strategies().stream().map(StrategyInfo::id).toList());
            System.out.println("jna=" + System.getProperty("jnidispatch.path"));
        }
    }

    @Test
    void loadsJnaFromTheSameFolderInAFork() throws Exception {
        NofaultLibrary library = NofaultLibrary.load();
        List<String> options = new ArrayList<>(NativeFiles.jnaOptions(library.directory()));
        options.add("-D" + NativeFiles.DIRECTORY_PROPERTY + "=" + library.directory());

        assertThat(ChildJvm.run(directory, SaysWhatItHas.class, options).output())
                .contains("jna=" + library.directory().resolve("libjnidispatch.so"));
    }

    @Test
    void probesTheOneStrategyThatAForkAsksFor() throws Exception {
        String folder = "-D" + NativeFiles.DIRECTORY_PROPERTY + "="
                + NofaultLibrary.load().directory();
        String only = "-D" + NofaultLibrary.STRATEGY_PROPERTY + "=";

        assertThat(ChildJvm.run(directory, SaysWhatItHas.class, List.of(folder, only + "guard-tail"))
                        .output())
                .contains("strategies=[guard-tail]");
        assertThat(ChildJvm.run(directory, SaysWhatItHas.class, List.of(folder, only + "guard-tale"))
                        .output())
                .contains("strategies=[]");
    }

    @Test
    void saysWhichFileIsMissingAndWhatBuildsIt() throws Exception {
        assertThat(output(directory.toString()))
                .contains("native file is missing", "file=libnofault.so", "make -C native");
    }
}
