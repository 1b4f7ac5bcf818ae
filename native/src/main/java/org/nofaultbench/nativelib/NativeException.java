// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Map;

/** A call into the library that returned a negative errno: operation, what it was done to, offset and errno name. */
public final class NativeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Those that the library returns; the numbers are those of x86-64 and aarch64. */
    private static final Map<Integer, String> ERRNO_NAMES = Map.ofEntries(
            Map.entry(1, "EPERM"),
            Map.entry(2, "ENOENT"),
            Map.entry(5, "EIO"),
            Map.entry(9, "EBADF"),
            Map.entry(11, "EAGAIN"),
            Map.entry(12, "ENOMEM"),
            Map.entry(13, "EACCES"),
            Map.entry(14, "EFAULT"),
            Map.entry(16, "EBUSY"),
            Map.entry(22, "EINVAL"),
            Map.entry(24, "EMFILE"),
            Map.entry(28, "ENOSPC"),
            Map.entry(32, "EPIPE"),
            Map.entry(34, "ERANGE"),
            Map.entry(38, "ENOSYS"),
            Map.entry(71, "EPROTO"),
            Map.entry(95, "EOPNOTSUPP"),
            Map.entry(104, "ECONNRESET"),
            Map.entry(110, "ETIMEDOUT"));

    private final boolean isRefusal;

    private NativeException(String operation, String subject, long offsetBytes, String errno, String remedy) {
        super(operation + " failed: " + subject + ", offset=" + offsetBytes + ", errno=" + errno + remedy);
        this.isRefusal = !remedy.isEmpty();
    }

    /** The one place where a negative errno becomes an exception. */
    static void check(int result, String operation, String subject, long offsetBytes) {
        if (result < 0) {
            String errno = ERRNO_NAMES.getOrDefault(-result, "errno " + -result);
            throw new NativeException(operation, subject, offsetBytes, errno, remedy(errno));
        }
    }

    /** What to try, behind a semicolon; empty where the number does not say. */
    private static String remedy(String errno) {
        return switch (errno) {
            case "ENOSPC" ->
                "; the client's filesystem is full: free space there, or give a container a larger /dev/shm";
            case "EPIPE", "ECONNRESET" -> "; the client has died, perhaps of a full filesystem or for want of memory";
            case "EMFILE" -> "; raise `ulimit -n`";
            case "ENOMEM" -> "; free memory, or raise `ulimit -l` and `ulimit -v`";
            case "EPERM", "ENOSYS" -> "; a seccomp filter or container may refuse the system call";
            default -> "";
        };
    }

    /** Whether a limit of the user's, a filter of system calls or a container may be the cause. */
    public boolean isRefusal() {
        return isRefusal;
    }
}
