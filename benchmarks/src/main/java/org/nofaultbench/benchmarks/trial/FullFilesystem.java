// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nofaultbench.benchmarks.strategy.JvmPool;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.BatchReader;

/**
 * A file that is as long as it says and still cannot be read through a mapping: its pages were never written, and its
 * filesystem is full. No check of the file's size finds it.
 */
final class FullFilesystem {

    /** System property: folder of a small filesystem of the child's own. */
    static final String FOLDER_PROPERTY = "nofault.small.filesystem";

    /** Exit status of {@link #COMMAND} where the filesystem cannot be had. */
    static final int REFUSED = 77;

    static final String REFUSAL = "no filesystem of limited size: a private mount namespace is refused here";

    /** What the child is started by; the folder and the child's own command follow. */
    static final List<String> COMMAND = List.of(
            "sh", "-c",
            "unshare -Urm true 2>/dev/null || exit " + REFUSED + "; exec unshare -Urm sh -c '"
                    + "mount -t tmpfs -o size=" + TrialFixture.BYTES + " none \"$0\" 2>/dev/null || exit " + REFUSED
                    + "; exec \"$@\"' \"$@\"",
            "sh");

    private static final int BLOCK_BYTES = 4096;

    private FullFilesystem() {}

    static void readAHole(JvmStrategy strategy) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY));
        Path file = folder.resolve("pool");
        try (RandomAccessFile pool = new RandomAccessFile(file.toFile(), "rw")) {
            pool.setLength(TrialFixture.BYTES);
        }
        fillUp(folder.resolve("filler"));
        try (JvmPool pool = strategy.attach(file, TrialFixture.BYTES);
                BatchReader reader = pool.reader(TrialFixture.WHOLE, new FrameCheck(TrialFixture.SEED))) {
            reader.read(1);
            expect(reader.checksum() == 0, "read bytes that were never there");
        }
    }

    private static void fillUp(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long written = 0; written <= TrialFixture.BYTES; written += BLOCK_BYTES) {
                out.write(new byte[BLOCK_BYTES]);
            }
            throw new IllegalStateException("the filesystem is larger than it was made: file=" + filler);
        } catch (IOException full) {
            // As it should be: nothing is left for the hole.
        }
    }
}
