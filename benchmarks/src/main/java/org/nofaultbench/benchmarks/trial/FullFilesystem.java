// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nofaultbench.benchmarks.strategy.JvmPool;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Region;

/**
 * A file that is as long as it says and still cannot be read through a mapping: its pages were never written, and its
 * filesystem is full. No check of the file's size finds it.
 */
final class FullFilesystem {

    /** System property: folder of a small filesystem of the child's own. */
    static final String FOLDER_PROPERTY = "nofault.small.filesystem";

    /** Length of a file whose every second page is a hole. */
    static final long SCATTERED_BYTES = 64L << 20;

    /** Exit status of {@link #command} where the filesystem cannot be had. */
    static final int REFUSED = 77;

    static final String REFUSAL = "no filesystem of limited size: a private mount namespace is refused here";

    private static final int BLOCK_BYTES = 4096;
    private static final int POOLS = 6;
    private static final int FURTHER_MAPPINGS = 1000;

    private FullFilesystem() {}

    /** What the child is started by, with a filesystem of that size in the folder; the child's own command follows. */
    static List<String> command(Path folder, long bytes) {
        return List.of(
                "/bin/sh",
                "-c",
                "unshare -Urm true 2>/dev/null || exit " + REFUSED + "; exec unshare -Urm sh -c '"
                        + "mount -t tmpfs -o size=" + bytes + " none \"$0\" 2>/dev/null || exit " + REFUSED
                        + "; exec \"$@\"' \"$@\"",
                "sh",
                folder.toString());
    }

    static void readAHole(TrialFixture fixture) throws IOException {
        Path file = fileOfHoles(TrialFixture.BYTES, TrialFixture.BYTES);
        try (JvmPool pool = fixture.strategy.attach(file, TrialFixture.BYTES);
                BatchReader reader = pool.reader(TrialFixture.WHOLE, new TrialFixture.FrameCheck(TrialFixture.SEED))) {
            reader.read(1);
            expect(reader.checksum() == 0, "read bytes that were never there");
        }
    }

    /** As many pools of one file as have more holes than a process may have mappings, and mappings after that. */
    static void readScatteredHoles(TrialFixture fixture) throws IOException {
        Path file = fileOfHoles(SCATTERED_BYTES, 0);
        for (int i = 0; i < POOLS; i++) {
            fixture.strategy.attach(file, SCATTERED_BYTES).read(Region.whole(SCATTERED_BYTES), 1);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            for (int i = 0; i < FURTHER_MAPPINGS; i++) {
                expect(channel.map(MapMode.READ_ONLY, 0, BLOCK_BYTES) != null, "the JVM can make no more mappings");
            }
        }
    }

    /** In a filesystem that is full; from {@code writtenFrom} on every second page is there. */
    private static Path fileOfHoles(long bytes, long writtenFrom) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY));
        Path file = folder.resolve("pool");
        try (RandomAccessFile pool = new RandomAccessFile(file.toFile(), "rw")) {
            pool.setLength(bytes);
            for (long at = writtenFrom; at < bytes; at += 2 * BLOCK_BYTES) {
                pool.seek(at);
                pool.write(new byte[BLOCK_BYTES]);
            }
        }
        fillUp(folder.resolve("filler"));
        return file;
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
