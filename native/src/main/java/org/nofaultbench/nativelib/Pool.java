// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;

/** A client's file as one strategy has attached it. One call reads a whole batch, so that no access pays for JNA. */
public final class Pool implements AttachedPool {

    private final String subject;
    private final Client client;
    private Pointer handle;

    private Pool(String subject, Client client, Pointer handle) {
        this.subject = subject;
        this.client = client;
        this.handle = handle;
    }

    /** Attaches the whole of the client's file. */
    public static Pool attach(StrategyInfo strategy, Client client) {
        PointerByReference pool = new PointerByReference();
        int result = LibNofault.nfb_pool_attach(strategy.index(), client.handle(), pool);
        String subject = "strategy=" + strategy.id();
        NativeException.check(result, "attach", subject + ", poolBytes=" + client.poolBytes(), 0);
        return new Pool(subject, client, pool.getValue());
    }

    /**
     * Measures {@code repeats} recoveries: the client shrinks its file under an attached pool, and the next access is timed
     * until it returns. Each is made on a pool of its own, since a replaced pool cannot fault again.
     *
     * @param seed frame that the client draws before each
     * @param keepBytes what the client leaves of its file; 0 loses everything
     */
    public static TimedOutcome recover(
            StrategyInfo strategy, Client client, long seed, Region region, long keepBytes, long repeats) {
        return new StructBuilder()
                .word(strategy.index())
                .pointer(client.handle())
                .word(seed)
                .word(keepBytes)
                .word(repeats)
                .region(region)
                .measure(
                        "recovery",
                        "strategy=" + strategy.id() + ", keepBytes=" + keepBytes,
                        StructBuilder.TIMED_BYTES,
                        StructBuilder::timed);
    }

    @Override
    public Reader reader(Region region) {
        StructBuilder sum =
                new StructBuilder().word(ReadLoop.SUM.ordinal()).word(0).word(0);
        return new Reader(subject, handle(), region, sum);
    }

    @Override
    public Reader reader(Region region, ReadLoop loop, UploadBuffer upload) {
        StructBuilder reading = new StructBuilder()
                .word(loop.ordinal())
                .pointer(upload.memory())
                .word(upload.memory().size());
        return new Reader(subject + ", kernel=" + loop.id(), handle(), region, reading);
    }

    @Override
    public Optional<CountedBatch> readCounted(Region region, long accesses) {
        return Optional.of(new StructBuilder()
                .pointer(handle())
                .word(accesses)
                .region(region)
                .measure("counted-read", subject, StructBuilder.OUTCOME_BYTES + 6L * Long.BYTES, CountedBatch::read));
    }

    @Override
    public TimedOutcome readTimed(Region region, long accesses) {
        return new StructBuilder()
                .pointer(handle())
                .word(accesses)
                .region(region)
                .measure("read-timed", subject, StructBuilder.TIMED_BYTES, StructBuilder::timed);
    }

    @Override
    public TimedOutcome readFresh(long seed, Region region, long accesses) {
        return new StructBuilder()
                .pointer(handle())
                .pointer(client.handle())
                .word(seed)
                .word(accesses)
                .region(region)
                .measure("read-fresh", subject, StructBuilder.TIMED_BYTES, StructBuilder::timed);
    }

    Pointer handle() {
        if (handle == null) {
            throw new IllegalStateException("the pool has been detached: " + subject);
        }
        return handle;
    }

    @Override
    public void close() {
        if (handle != null) {
            Pointer ending = handle;
            handle = null;
            NativeException.check(LibNofault.nfb_pool_detach(ending), "detach", subject, 0);
        }
    }
}
