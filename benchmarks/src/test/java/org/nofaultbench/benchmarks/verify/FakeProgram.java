// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;

/** Stands in for {@code nofault-verify}, where the suite looks for it, and for all sources of cases, until it is closed. */
public final class FakeProgram implements AutoCloseable {

    private final Path program = NofaultLibrary.load().program(NativeFiles.Program.VERIFY);
    private final Path real = program.resolveSibling("nofault-verify.real");

    private FakeProgram() throws IOException {
        System.setProperty(Prover.NATIVE_ONLY_PROPERTY, "true");
        if (Files.exists(program)) {
            Files.move(program, real);
        }
    }

    /** A shell script; its arguments are those of the program. */
    public static FakeProgram script(String... lines) throws IOException {
        FakeProgram fake = missing();
        Files.writeString(fake.program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(fake.program, PosixFilePermissions.fromString("rwx------"));
        return fake;
    }

    /** Prints lines, which hold no quote, and ends. */
    public static FakeProgram printing(int status, String... lines) throws IOException {
        return script("cat <<'END'", String.join("\n", lines), "END", "exit " + status);
    }

    public static FakeProgram missing() throws IOException {
        return new FakeProgram();
    }

    @Override
    public void close() {
        System.clearProperty(Prover.NATIVE_ONLY_PROPERTY);
        try {
            Files.deleteIfExists(program);
            if (Files.exists(real)) {
                Files.move(real, program, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
