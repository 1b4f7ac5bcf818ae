// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Optional;

/** What consumes the bytes of an access; {@code enum nfb_read_loop_id}, whose order this is. */
public enum ReadLoop implements NamedConstant {
    /** A checksum of every byte. */
    SUM,
    /** Rows into an upload buffer, packed, as a texture upload. */
    COPY,
    /** The same, stored past the caches. */
    COPY_STREAM,
    /** The same by the C library's memcpy. */
    MEMCPY,
    /** Premultiplied ARGB8888 OVER, onto the upload buffer in place. */
    BLEND,
    /** The same by libpixman. */
    PIXMAN,
    /** Writes the rows, from the upload buffer, as a screen capture. */
    FILL;

    /** The loop of that id; an unknown one is an {@link IllegalArgumentException}. */
    public static ReadLoop ofId(String id) {
        return NamedConstant.parse(ReadLoop.class, "read loop", "kernel", id);
    }

    /** Whether it mixes what it reads with what is in the upload buffer. */
    public boolean blends() {
        return this == BLEND || this == PIXMAN;
    }

    /** Whether its loop is another library's, which {@code guard-fixup} knows nothing of. */
    public boolean isExternalLibrary() {
        return this == MEMCPY || this == PIXMAN;
    }

    /** The loop of another library that does the same. */
    public Optional<ReadLoop> peer() {
        return switch (this) {
            case COPY, COPY_STREAM -> Optional.of(MEMCPY);
            case BLEND -> Optional.of(PIXMAN);
            default -> Optional.empty();
        };
    }

    /** Why this machine has no such loop; empty where it has. */
    public Optional<String> skipReason(NofaultLibrary library) {
        return new StructBuilder()
                .word(ordinal())
                .measure(
                        "read-loop",
                        "library=" + library.file(),
                        StructBuilder.TEXT_BYTES,
                        text -> StructBuilder.text(text, 0));
    }
}
