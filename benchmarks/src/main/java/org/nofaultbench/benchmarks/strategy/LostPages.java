// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

/**
 * Makes the JVM throw the InternalError of a lost page now. HotSpot only notes it when the fault happens, and throws it
 * at the thread's next entry into the runtime: on JDK 17 a compiled loop, and even the call of a native method, runs on
 * without it, and it would hit whatever comes later. From JDK 19 on the thread's next safepoint poll throws it.
 *
 * <p>The entry that is made here is that of an array of two dimensions, because every compiler of every JDK makes it a
 * call into the runtime that asks for such errors on its way back, as long as the lengths are not constants. It takes
 * 50 to 100 ns.
 */
final class LostPages {

    /** Not final: the compilers would lay an array of constant lengths out by themselves. */
    private static int one = 1;

    /** Where the array goes, so that it is not optimised away. */
    private static volatile int length;

    private static final String MESSAGE = "unsafe memory access";

    private LostPages() {}

    static void throwIfAny() {
        length = new byte[one][one].length;
    }

    /** Whether the error is that of a lost page; any other is a defect of the JVM. */
    static boolean caused(InternalError error) {
        return String.valueOf(error.getMessage()).contains(MESSAGE);
    }
}
