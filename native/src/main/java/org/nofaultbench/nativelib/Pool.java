// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;

/** A client's file as one strategy has attached it. One call reads a whole batch, so that no access pays for JNA. */
public final class Pool implements AttachedPool {

    private final StrategyInfo strategy;
    private final Client client;
    private Pointer handle;

    private Pool(StrategyInfo strategy, Client client, Pointer handle) {
        this.strategy = strategy;
        this.client = client;
        this.handle = handle;
    }

    /** Attaches the whole of the client's file. */
    public static Pool attach(StrategyInfo strategy, Client client) {
        PointerByReference pool = new PointerByReference();
        int result = LibNofault.nfb_pool_attach(strategy.index(), client.handle(), pool);
        NativeException.check(result, "attach", "strategy=" + strategy.id() + ", poolBytes=" + client.poolBytes(), 0);
        return new Pool(strategy, client, pool.getValue());
    }

    @Override
    public Reader reader(Region region) {
        return new Reader("strategy=" + strategy.id(), handle(), region);
    }

    @Override
    public Reader reader(Region region, ReadLoop loop, UploadBuffer upload) {
        return new Reader("strategy=" + strategy.id(), handle(), region, loop, upload);
    }

    @Override
    public Optional<CountedBatch> readCounted(Region region, long accesses) {
        StructBuilder setting =
                new StructBuilder().pointer(handle()).word(accesses).region(region);
        return Optional.of(
                NativeMeasurement.COUNTED_READ.ask(setting, "strategy=" + strategy.id(), CountedBatch::read));
    }

    @Override
    public TimedOutcome readTimed(Region region, long accesses) {
        StructBuilder setting =
                new StructBuilder().pointer(handle()).word(accesses).region(region);
        return NativeMeasurement.READ_TIMED.ask(setting, "strategy=" + strategy.id(), Structs::timed);
    }

    @Override
    public TimedOutcome readFresh(long seed, Region region, long accesses) {
        StructBuilder setting = new StructBuilder()
                .pointer(handle())
                .pointer(client.handle())
                .word(seed)
                .word(accesses)
                .region(region);
        return NativeMeasurement.READ_FRESH.ask(setting, "strategy=" + strategy.id(), Structs::timed);
    }

    Pointer handle() {
        if (handle == null) {
            throw new IllegalStateException("the pool has been detached: strategy=" + strategy.id());
        }
        return handle;
    }

    @Override
    public void close() {
        if (handle != null) {
            Pointer ending = handle;
            handle = null;
            NativeException.check(LibNofault.nfb_pool_detach(ending), "detach", "strategy=" + strategy.id(), 0);
        }
    }
}
