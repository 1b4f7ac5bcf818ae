// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.UploadedRows;
import org.openjdk.jmh.annotations.*;

/**
 * What does it cost to bring a buffer's rows to where a compositor wants them?
 *
 * <p>{@code copy} packs them into a staging buffer, as a texture upload does; {@code copy-stream} stores past the caches,
 * for a staging area that the CPU does not read again; {@code blend} mixes them over what is there, as a compositor without
 * a GPU does. The control is {@code unguarded-shared} with the same kernel, and is itself compared with the C library's
 * {@code memcpy} and with {@code pixman}, if it is there. Strategies that copy by nature put the bytes straight where they
 * are wanted: for them this is one pass, where a read of the copy is two.
 *
 * <p>Timed accesses write over one another. Before the fork ends one more is made, onto a staging buffer of one colour, and
 * compared byte for byte with what the seed says should be there.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar StagedRead -p strategy=guard-pool,copy-pread -p kernel=copy</pre>
 */
@OperationsPerInvocation(16)
public class StagedRead extends RowTransfer {

    private static final int BACKDROP = 0x6B;

    @Param({"copy", "memcpy", "blend"})
    public String kernel;

    @Override
    void start() {
        start(ReadLoop.ofId(kernel));
    }

    @Benchmark
    public void rows() {
        mover.read(accesses);
    }

    @TearDown
    public void verifyAndDetach() {
        staging.fill(rows.bytes(), (byte) BACKDROP);
        mover.read(1);
        long difference = new UploadedRows(ReadLoop.ofId(kernel), seed(), rows, BACKDROP)
                .firstDifference(staging.bytes(rows.bytes()));
        detach();
        expectNone(difference, "wrong bytes were staged");
    }
}
