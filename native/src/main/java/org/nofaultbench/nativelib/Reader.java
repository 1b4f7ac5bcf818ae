// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Reads one region of one pool again and again: its memory is allocated once, so that a batch costs one native call and
 * nothing else. One thread at a time; a second thread takes a reader of its own.
 */
public final class Reader implements BatchReader {

    private final String subject;
    private final Pointer pool;
    private final Region region;
    private final Memory in;
    private final Memory reading;
    private final Memory out;

    /** @param reading {@code struct nfb_reading} */
    Reader(String subject, Pointer pool, Region region, StructBuilder reading) {
        this.subject = subject;
        this.pool = pool;
        this.region = region;
        this.in = new StructBuilder().region(region).memory();
        this.reading = reading.memory();
        this.out = new Memory(StructBuilder.OUTCOME_BYTES);
    }

    @Override
    public void read(long accesses) {
        int result = LibNofault.nfb_read(pool, in, reading, accesses, out);
        NativeException.check(result, "read", subject, region.offsetBytes());
    }

    /** The same reads as a plain C loop, without the access contract; for unguarded mappings only. */
    public void readPlainly(long accesses) {
        int result = LibNofault.nfb_plain_read(pool, in, accesses, out);
        NativeException.check(result, "plain read", subject, region.offsetBytes());
    }

    @Override
    public BatchOutcome outcome() {
        return StructBuilder.outcome(out);
    }

    @Override
    public long checksum() {
        return StructBuilder.checksum(out);
    }

    @Override
    public void close() {
        in.close();
        reading.close();
        out.close();
    }
}
