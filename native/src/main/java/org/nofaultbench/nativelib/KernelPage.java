// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Function;

/** The kernel's page: 4 KiB on x86-64, and 4, 16 or 64 KiB on aarch64. */
public final class KernelPage {

    /** getpagesize(2). */
    public static final int BYTES = Function.getFunction("c", "getpagesize").invokeInt(new Object[0]);

    private KernelPage() {}
}
