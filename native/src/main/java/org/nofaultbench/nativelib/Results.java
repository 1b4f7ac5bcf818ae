// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** The one place where a negative errno becomes an exception. */
final class Results {

    private Results() {}

    static void check(int result, String operation, String subject, long offsetBytes) {
        if (result < 0) {
            throw new NativeException(operation, subject, offsetBytes, -result);
        }
    }
}
