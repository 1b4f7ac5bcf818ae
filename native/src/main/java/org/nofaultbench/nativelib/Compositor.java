// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Real client processes, each with a file of two buffers, and the one that shows them: at each deadline it takes the commits
 * that have arrived, reads every client's shown buffer and calls the clients back, which then draw their next frame. One
 * thread at a time.
 */
public final class Compositor implements AutoCloseable {

    private static final int BUFFERS = 2;

    private final StrategyInfo strategy;
    private final long bufferBytes;
    private final List<Client> clients = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();

    /** @param bufferBytes of each of a client's two buffers; a multiple of 4096 */
    public Compositor(NofaultLibrary library, StrategyInfo strategy, int clients, long bufferBytes) {
        this.strategy = strategy;
        this.bufferBytes = bufferBytes;
        try {
            for (int i = 0; i < clients; i++) {
                this.clients.add(Client.startFor(library, strategy, BUFFERS * bufferBytes));
                pools.add(Pool.attach(strategy, this.clients.get(i)));
            }
        } catch (NativeException e) {
            close();
            throw e;
        }
    }

    /** What a stretch does wrong on purpose, halfway, so that its counting can be seen to count. */
    public enum InjectedFault implements NamedConstant {
        NONE,
        TORN_COMMIT,
        LOST_COMMIT,
        LATE_COMMIT,
        MISSED_FRAME;

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Shows {@code frames} frames at {@code hertz} deadlines a second. */
    public FrameOutcome show(long frames, long hertz, InjectedFault injected) {
        try (Memory clientHandles = handles(clients.stream().map(Client::handle));
                Memory poolHandles = handles(pools.stream().map(Pool::handle))) {
            return new StructBuilder()
                    .word(clients.size())
                    .pointer(clientHandles)
                    .pointer(poolHandles)
                    .word(bufferBytes)
                    .word(hertz)
                    .word(frames)
                    .word(injected == InjectedFault.NONE ? 0 : 1L << injected.ordinal() - 1)
                    .measure(
                            "frames",
                            "strategy=" + strategy.id() + ", clients=" + clients.size(),
                            StructBuilder.TIMED_BYTES + 6L * Long.BYTES,
                            FrameOutcome::read);
        }
    }

    private static Memory handles(Stream<Pointer> pointers) {
        StructBuilder words = new StructBuilder();
        pointers.forEach(words::pointer);
        return words.memory();
    }

    @Override
    public void close() {
        pools.forEach(Pool::close);
        clients.forEach(Client::close);
        pools.clear();
        clients.clear();
    }
}
