// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Optional;

/**
 * Which CPUs a reader of fresh frames and its client keep to, chosen by the topology from those that this process may use;
 * {@code struct nfb_placement_info}.
 *
 * @param warning what a reader of the figures has to know of it, such as that both are threads of one core; empty for nothing
 */
public record Placement(int readerCpu, int clientCpu, Optional<String> warning) {

    private static final int WARNING = 2 * Long.BYTES;

    /** The same for the life of the process. */
    public static Placement of(NofaultLibrary library) {
        return new StructBuilder()
                .word(0)
                .measure(
                        "placement",
                        "library=" + library.file(),
                        WARNING + StructBuilder.TEXT_BYTES,
                        info -> new Placement(
                                (int) info.getLong(0),
                                (int) info.getLong(Long.BYTES),
                                StructBuilder.text(info, WARNING)));
    }
}
