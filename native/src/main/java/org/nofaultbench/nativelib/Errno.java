// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Map;

/** Names of the Linux error numbers that the library returns; the numbers are those of x86-64 and aarch64. */
final class Errno {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
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

    private Errno() {}

    static String nameOf(int errno) {
        return NAMES.getOrDefault(errno, "errno " + errno);
    }

    /** What to try, behind a semicolon; empty where the number does not say. */
    static String remedy(int errno) {
        return switch (nameOf(errno)) {
            case "ENOSPC" ->
                "; the client's filesystem is full: free space there, or give a container a larger /dev/shm";
            case "EPIPE", "ECONNRESET" -> "; the client has died, perhaps of a full filesystem or for want of memory";
            case "EMFILE" -> "; raise `ulimit -n`";
            case "ENOMEM" -> "; free memory, or raise `ulimit -l` and `ulimit -v`";
            case "EPERM", "ENOSYS" -> "; a seccomp filter or container may refuse the system call";
            default -> "";
        };
    }
}
