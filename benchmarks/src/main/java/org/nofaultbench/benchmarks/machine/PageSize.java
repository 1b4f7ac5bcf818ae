// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The page size, as the kernel told this process (getauxval(3), AT_PAGESZ). */
final class PageSize {

    private static final long AT_PAGESZ = 6;

    private PageSize() {}

    static Optional<Long> bytes(KernelFiles files) {
        return files.bytes("proc/self/auxv").flatMap(PageSize::in);
    }

    private static Optional<Long> in(byte[] auxiliaryVector) {
        ByteBuffer at = ByteBuffer.wrap(auxiliaryVector).order(ByteOrder.nativeOrder());
        while (at.remaining() >= 2 * Long.BYTES) {
            long key = at.getLong();
            long value = at.getLong();
            if (key == AT_PAGESZ) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
