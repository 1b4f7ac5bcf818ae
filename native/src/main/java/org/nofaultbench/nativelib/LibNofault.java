// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** {@code nofault.h}, bound directly: a direct mapping costs a third of an interface mapping per call. */
final class LibNofault {

    private LibNofault() {}

    /** Binds the methods below to the library; must come before the first of them. */
    static void bind(NativeLibrary library) {
        Native.register(LibNofault.class, library);
    }

    static native int nfb_strategy_at(int index, Pointer info);

    static native int nfb_load_strategies(String file, Pointer problem, long problemBytes);

    static native int nfb_strategy_index(String id);

    static native Pointer nfb_instruction_set();

    static native int nfb_client_start(
            String program, long poolBytes, int sealed, PointerByReference client, IntByReference fd);

    static native int nfb_client_command(Pointer client, int command, long value);

    static native int nfb_client_stop(Pointer client);

    static native int nfb_pool_attach(int strategy, Pointer client, PointerByReference pool);

    static native int nfb_pool_detach(Pointer pool);

    static native int nfb_read(Pointer pool, Pointer region, Pointer reading, long accesses, Pointer outcome);

    static native int nfb_measure(String name, Pointer setting, long settingBytes, Pointer result, long resultBytes);

    static native int nfb_nothing();

    static native int nfb_plain_read(Pointer pool, Pointer region, long accesses, Pointer outcome);
}
