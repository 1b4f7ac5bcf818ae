// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library's handler and HotSpot's live in one process, and each answers its own faults. */
class JvmSignalsTest {

    private static final long POOL_BYTES = 1 << 20;
    private static final int SIGABRT = 6;
    private static final String LOADED = "library loaded";

    @TempDir
    Path directory;

    private static Pool armed(NofaultLibrary library, String strategy, Client client) {
        return Pool.attach(library.strategy(strategy).orElseThrow(), client);
    }

    static final class TruncatesAMappedByteBuffer {
        public static void main(String[] arguments) throws IOException {
            NofaultLibrary library = NofaultLibrary.load();
            System.out.println(LOADED);
            Path file = Files.write(Path.of("mapped"), new byte[1 << 16]);
            try (Client client = Client.start(library, POOL_BYTES, false);
                    Pool pool = armed(library, arguments[0], client);
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                var buffer = channel.map(MapMode.READ_ONLY, 0, 1 << 16);
                channel.truncate(0);
                try {
                    System.out.println("read " + buffer.get(5000));
                } catch (InternalError e) {
                    System.out.println("InternalError");
                }
                client.resize(0);
                System.out.println(
                        "lost " + pool.read(Region.whole(POOL_BYTES), 1).lostAccesses());
            }
        }
    }

    static final class ReadsALostPoolWithoutAGuard {
        public static void main(String[] arguments) {
            NofaultLibrary library = NofaultLibrary.load();
            try (Client client = Client.start(library, POOL_BYTES, false);
                    Pool guarded = armed(library, arguments[0], client);
                    Pool unguarded = armed(library, "unguarded-shared", client)) {
                client.resize(0);
                System.out.println("read " + unguarded.read(Region.whole(POOL_BYTES), 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard-pool", "guard-jump", "guard-huge-tail"})
    void aTruncatedMappedByteBufferIsStillTheJvmsInternalError(String strategy) throws Exception {
        ChildJvm child = ChildJvm.run(directory, TruncatesAMappedByteBuffer.class, List.of(), strategy);

        assertThat(child.output()).contains("InternalError", "lost 1");
        assertThat(child.exitStatus()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard-pool", "guard-jump", "guard-huge-tail", "nofault-emulated"})
    void aFaultThatIsNobodysEndsTheJvmWithAnErrorFile(String strategy) throws Exception {
        ChildJvm child = ChildJvm.run(directory, ReadsALostPoolWithoutAGuard.class, List.of(), strategy);

        assertThat(child.exitStatus()).isEqualTo(128 + SIGABRT);
        assertThat(child.output()).doesNotContain("read BatchOutcome");
        try (Stream<Path> files = Files.list(directory)) {
            Path report = files.filter(file -> file.getFileName().toString().startsWith("hs_err_pid"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(report)).contains("SIGBUS", "libnofault.so");
        }
    }

    @Test
    void checkedJniWarnsOnceAboutTheHandlerAndAboutNothingElse() throws Exception {
        ChildJvm child =
                ChildJvm.run(directory, TruncatesAMappedByteBuffer.class, List.of("-Xcheck:jni"), "guard-pool");

        assertThat(child.exitStatus()).isZero();
        // JNA's own JNI_OnLoad earns two warnings while it is loaded; they are neither ours nor about signals.
        String ours = child.output().substring(child.output().indexOf(LOADED));
        assertThat(ours).contains("InternalError", "lost 1");
        assertThat(ours.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("warning")))
                .containsExactly("Warning: SIGBUS handler modified!");
    }
}
