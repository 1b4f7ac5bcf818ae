// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** A call into the library that returned a negative errno: operation, what it was done to, offset and errno name. */
public final class NativeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errno;

    NativeException(String operation, String subject, long offsetBytes, int errno) {
        super(operation + " failed: " + subject + ", offset=" + offsetBytes + ", errno=" + Errno.nameOf(errno)
                + Errno.remedy(errno));
        this.errno = errno;
    }

    /** The one place where a negative errno becomes an exception. */
    static void check(int result, String operation, String subject, long offsetBytes) {
        if (result < 0) {
            throw new NativeException(operation, subject, offsetBytes, -result);
        }
    }

    /** Whether a limit of the user's, a filter of system calls or a container may be the cause. */
    public boolean isRefusal() {
        return !Errno.remedy(errno).isEmpty();
    }

    /** The positive error number, as in errno(3). */
    public int errno() {
        return errno;
    }
}
