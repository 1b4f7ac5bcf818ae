// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Map;
import org.nofaultbench.nativelib.Trait;

/**
 * {@code FileChannel.map} and the JVM's own SIGBUS handling: HotSpot's handler skips the faulting instruction and has
 * the thread throw an InternalError some time later (BugId 4454115). {@link LostPages} makes that time the access.
 */
final class JvmMapped extends JvmStrategy {

    JvmMapped(int index) {
        super(
                index,
                "jvm-mapped",
                "Java, mapped",
                "FileChannel.map; the JVM's own handler turns the read of a lost page into an InternalError, which"
                        + " abandons the access and leaves the mapping as it is",
                "the JVM's handler touches no mapping and throws in the thread whose access lost bytes",
                Map.of(
                        Trait.READS_ZEROS,
                        "the access is abandoned when the InternalError arrives",
                        Trait.CHARGES_NO_HOLES,
                        "a page that was never written is made by the read and charged to"
                                + " the reader: a full memory control group raises the OOM killer, not SIGBUS"));
    }

    @Override
    JvmPool attach(FileChannel file, int bytes) throws IOException {
        MappedByteBuffer mapped = file.map(MapMode.READ_WRITE, 0, bytes);
        return new JvmPool(mapped, LostPages::throwIfAny, () -> Unmapping.unmap(mapped));
    }
}
