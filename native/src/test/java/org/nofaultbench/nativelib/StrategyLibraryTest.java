// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyLibraryTest {

    private static final Path EXAMPLE = Path.of("target/c/example-strategy.so").toAbsolutePath();
    private static final long POOL_BYTES = 1 << 20;

    @TempDir
    Path directory;

    /** Registry rows are read once for each process, so each case is a process. */
    static final class ReadsALostPool {
        public static void main(String[] arguments) {
            NofaultLibrary library = NofaultLibrary.load();
            StrategyInfo strategy =
                    library.strategies().get(library.strategies().size() - 1);
            System.out.println(
                    "id " + strategy.id() + ", note " + strategy.note().orElse("none"));
            System.out.println("hash " + library.sha256());
            try (Client client = Client.start(library, POOL_BYTES, false);
                    Pool pool = Pool.attach(strategy, client)) {
                client.resize(0);
                System.out.println(
                        "lost " + pool.read(Region.whole(POOL_BYTES), 3).lostAccesses());
            }
        }
    }

    static final class SaysWhatIsWrong {
        public static void main(String[] arguments) {
            StrategyLibrary.name(Path.of(arguments[0]));
            for (int i = 0; i < 2; i++) {
                try {
                    NofaultLibrary.load();
                } catch (UnusableLibraryException e) {
                    System.out.println("refused: " + e.getMessage());
                }
            }
        }
    }

    @Test
    void addsRowsThatAreReadLikeOthers() throws Exception {
        ChildJvm child =
                ChildJvm.run(directory, ReadsALostPool.class, List.of("-D" + StrategyLibrary.PROPERTY + "=" + EXAMPLE));

        assertThat(child.output())
                .contains(
                        "id example-shmguard, note from the strategy library example-strategy.so, SHA-256 "
                                + NativeFiles.sha256(List.of(EXAMPLE)),
                        "hash "
                                + NativeFiles.sha256(
                                        List.of(NofaultLibrary.load().file(), EXAMPLE)),
                        "lost 3");
        assertThat(child.exitStatus()).isZero();
    }

    @Test
    void anUnusableLibraryIsOneLineEachTime() throws Exception {
        Path text = Files.writeString(directory.resolve("text.so"), "no library");

        ChildJvm child = ChildJvm.run(directory, SaysWhatIsWrong.class, List.of(), text.toString());

        assertThat(child.output().lines())
                .hasSize(2)
                .allMatch(line ->
                        line.startsWith("refused: unusable strategy library: strategy_library=" + text + ", reason="));
    }

    @Test
    void nothingIsPassedOnWhereNoneIsNamed() {
        assertThat(StrategyLibrary.programOptions()).isEmpty();
        assertThat(StrategyLibrary.jvmArguments()).isEmpty();
    }
}
