// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write at once and die at any moment. */
@Tag("thorough")
class StoreWritersTest {

    private static final int RUNS = 500;
    private static final int KILLS = 6;

    @TempDir
    private Path temporary;

    /** Adds {@code RUNS} runs; those of the store are passed over. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            try (DuckDb engine = GeneratedRuns.engine(Path.of(args[1]))) {
                StoreWriter writer = new StoreWriter(new StoreFolder(Path.of(args[0])), engine);
                for (int i = 0; i < RUNS; i++) {
                    writer.add(GeneratedRuns.rows(args[2] + i, i % 60, "aaaaaaaaaaaa", 1));
                }
            }
        }
    }

    /** Compacts until it is killed. */
    static final class Compactor {

        private Compactor() {}

        public static void main(String[] args) {
            StoreFolder store = new StoreFolder(Path.of(args[0]));
            try (DuckDb engine = GeneratedRuns.engine(Path.of(args[1]))) {
                while (true) {
                    new Compaction(store, engine, GeneratedRuns.reader(store, engine)).compact("m202606", step -> {});
                }
            }
        }
    }

    private Process start(Class<?> program, Path store, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        store.toString(),
                        Files.createDirectories(temporary.resolve("engine-" + name))
                                .toString(),
                        name)
                .redirectErrorStream(true)
                .redirectOutput(temporary
                        .resolve("log-" + name + "-" + System.nanoTime())
                        .toFile())
                .start();
    }

    @Test
    void loseNothingAndDoubleNothingWhereOneIsKilledAndMonthsAreCompactedMeanwhile() throws Exception {
        Path path = Files.createDirectories(temporary.resolve("store"));
        StoreFolder store = new StoreFolder(path);
        Random random = new Random(20);
        Process steady = start(Writer.class, path, "steady-");
        Process compactor = start(Compactor.class, path, "compactor");
        for (int kill = 0; kill < KILLS; kill++) {
            Process killed = start(Writer.class, path, "killed-");
            killed.waitFor(2000 + random.nextInt(2000), TimeUnit.MILLISECONDS);
            killed.destroyForcibly().waitFor();
            compactor.destroyForcibly().waitFor();
            compactor = start(Compactor.class, path, "compactor");
            seenOnce(store);
        }
        Process last = start(Writer.class, path, "killed-");
        assertThat(last.waitFor()).isZero();
        assertThat(steady.waitFor()).isZero();
        compactor.destroyForcibly().waitFor();
        try (DuckDb engine = GeneratedRuns.engine(temporary)) {
            seenOnce(store);
            new Compaction(store, engine, GeneratedRuns.reader(store, engine)).compact("m202606", step -> {});
            List<String> all = new ArrayList<>();
            IntStream.range(0, RUNS).forEach(i -> all.addAll(Collections.nCopies(5, "steady-" + i)));
            IntStream.range(0, RUNS).forEach(i -> all.addAll(Collections.nCopies(5, "killed-" + i)));
            assertThat(GeneratedRuns.seen(store, engine)).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private void seenOnce(StoreFolder store) {
        try (DuckDb engine = GeneratedRuns.engine(temporary)) {
            List<String> seen = GeneratedRuns.seen(store, engine);
            assertThat(seen).allMatch(name -> Collections.frequency(seen, name) == 5);
        }
    }
}
