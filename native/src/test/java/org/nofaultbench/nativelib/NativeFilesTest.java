// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        return ChildJvm.run(directory, SaysWhereTheLibraryIs.class, List.of(property)).output();
    }

    @Test
    void takesTheFilesFromTheFolderThatAForkIsGiven() throws Exception {
        String unpacked = NofaultLibrary.load().directory().toString();

        assertThat(output(unpacked)).contains("directory=" + unpacked);
    }

    @Test
    void saysWhichFileIsMissingAndWhatBuildsIt() throws Exception {
        assertThat(output(directory.toString()))
                .contains("native file is missing", "file=libnofault.so", "make -C native");
    }
}
