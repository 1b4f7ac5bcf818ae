// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;

/**
 * The client: another process, as a compositor faces it, that owns a memory file and draws into it, shrinks it and
 * grows it on command. It ends when this handle is closed, and by itself when this process dies.
 */
public final class Client implements AutoCloseable {

    private static final int DRAW = 0;
    private static final int RESIZE = 1;
    private static final int PUNCH = 2;

    private final long poolBytes;
    private final Path file;
    private Pointer handle;

    private Client(long poolBytes, Path file, Pointer handle) {
        this.poolBytes = poolBytes;
        this.file = file;
        this.handle = handle;
    }

    /** Starts a client that co-operates as far as the strategy needs: it seals its file for one that needs the seal. */
    public static Client startFor(NofaultLibrary library, StrategyInfo strategy, long poolBytes) {
        return start(library, poolBytes, strategy.has(Trait.NEEDS_CLIENT));
    }

    /** Starts a client with a file of {@code poolBytes}, sealed against shrinking where {@code sealed} is true. */
    public static Client start(NofaultLibrary library, long poolBytes, boolean sealed) {
        PointerByReference client = new PointerByReference();
        IntByReference fd = new IntByReference();
        String program = library.program(NativeFiles.Program.CLIENT).toString();
        int result = LibNofault.nfb_client_start(program, poolBytes, sealed ? 1 : 0, client, fd);
        NativeException.check(result, "start of the client", "program=" + program + ", poolBytes=" + poolBytes, 0);
        return new Client(poolBytes, Path.of("/proc/self/fd/" + fd.getValue()), client.getValue());
    }

    /** Size of the client's file when it was created. */
    public long poolBytes() {
        return poolBytes;
    }

    /** The client's file, to be opened anew for reading and writing until this handle is closed. */
    public Path file() {
        handle();
        return file;
    }

    /** Fills the file with the frame of {@code seed}, as {@link Checksum} defines it, and returns when that is done. */
    public void draw(long seed) {
        command(DRAW, "draw by the client", seed);
    }

    /** Truncates or grows the file to {@code bytes}. */
    public void resize(long bytes) {
        command(RESIZE, "ftruncate by the client", bytes);
    }

    /** Takes everything from {@code fromBytes} on out of the file and leaves its size as it is. */
    public void punch(long fromBytes) {
        command(PUNCH, "fallocate by the client", fromBytes);
    }

    private void command(int command, String operation, long value) {
        int result = LibNofault.nfb_client_command(handle(), command, value);
        NativeException.check(result, operation, "poolBytes=" + poolBytes + ", value=" + value, 0);
    }

    Pointer handle() {
        if (handle == null) {
            throw new IllegalStateException("the client has been closed: poolBytes=" + poolBytes);
        }
        return handle;
    }

    @Override
    public void close() {
        if (handle != null) {
            Pointer ending = handle;
            handle = null;
            NativeException.check(
                    LibNofault.nfb_client_stop(ending), "stop of the client", "poolBytes=" + poolBytes, 0);
        }
    }
}
