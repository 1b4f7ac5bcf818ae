// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Library;
import com.sun.jna.Native;

/** A native call that does nothing, by both of JNA's ways, so that what a call costs can be told from what it does. */
public final class EmptyCall {

    /** JNA's interface mapping: a proxy looks the function up and converts the arguments at each call. */
    public interface ByInterface extends Library {
        /** Returns 0. */
        int nfb_nothing();
    }

    private final ByInterface byInterface;

    public EmptyCall(NofaultLibrary library) {
        byInterface = Native.load(library.file().toString(), ByInterface.class);
    }

    /** Calls through the interface mapping; returns 0. */
    public int byInterface() {
        return byInterface.nfb_nothing();
    }

    /** Calls through the direct mapping; returns 0. */
    public int direct() {
        return LibNofault.nfb_nothing();
    }
}
