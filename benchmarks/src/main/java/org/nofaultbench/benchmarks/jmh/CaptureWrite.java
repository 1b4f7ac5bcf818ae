// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.nofaultbench.nativelib.ReadLoop;
import org.openjdk.jmh.annotations.*;

/**
 * What does it cost the compositor to fill a client's buffer, as a screen capture does?
 *
 * <p>This is the tenth of a compositor's accesses that a private mapping cannot serve: what is written to one never reaches
 * the client, and those strategies are refused. The others write rows from a staging frame through their shared mapping,
 * between the begin and end of their reads; {@code copy-pread} stands for pwrite and {@code copy-uring} for io_uring writes.
 * The control is {@code guard-pool}. Before the fork ends the client's file is compared with the frame, byte for byte.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar CaptureWrite -p strategy=guard-pool,copy-pread</pre>
 */
@OperationsPerInvocation(16)
public class CaptureWrite extends RowTransfer {

    @Override
    void start() {
        start(ReadLoop.FILL);
        ByteBuffer bytes = staging.bytes(rows.bytes());
        while (bytes.hasRemaining()) {
            bytes.putLong(~seed() + bytes.position());
        }
    }

    @Benchmark
    public void fill() {
        mover.read(accesses);
    }

    @TearDown
    public void verifyAndDetach() throws IOException {
        long difference = ByteBuffer.wrap(Files.readAllBytes(client.file())).mismatch(staging.bytes(rows.bytes()));
        detach();
        expectNone(difference, "the client sees other bytes than were written");
    }
}
