// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which kernel runs.
 *
 * @param id its build id in hexadecimal; empty where it does not show one
 * @param release such as {@code 6.18.0}; empty where it cannot be read
 */
public record KernelBuild(Optional<String> id, Optional<String> release) {

    private static final int NT_GNU_BUILD_ID = 3;
    private static final byte[] OWNER = "GNU\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    public static KernelBuild read(KernelFiles files) {
        return new KernelBuild(
                files.bytes("sys/kernel/notes").flatMap(KernelBuild::buildId), files.text("proc/sys/kernel/osrelease"));
    }

    /** The GNU build id in ELF notes (elf(5), NT_GNU_BUILD_ID) in hexadecimal; empty where they hold none or are cut short. */
    static Optional<String> buildId(byte[] notes) {
        ByteBuffer at = ByteBuffer.wrap(notes).order(ByteOrder.nativeOrder());
        while (at.remaining() >= HEADER_BYTES) {
            int ownerBytes = at.getInt();
            int contentBytes = at.getInt();
            int type = at.getInt();
            if (ownerBytes < 0 || contentBytes < 0 || padded(ownerBytes) + padded(contentBytes) > at.remaining()) {
                return Optional.empty();
            }
            int content = at.position() + (int) padded(ownerBytes);
            if (type == NT_GNU_BUILD_ID
                    && ByteBuffer.wrap(notes, at.position(), ownerBytes).equals(ByteBuffer.wrap(OWNER))) {
                return Optional.of(HexFormat.of().formatHex(notes, content, content + contentBytes));
            }
            at.position(content + (int) padded(contentBytes));
        }
        return Optional.empty();
    }

    private static long padded(int bytes) {
        return (bytes + 3L) & ~3L;
    }
}
