// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The {@code sum} read kernel in Java, over whatever a ByteBuffer lies on: the checksum is that of {@code sum.h}, which
 * {@link org.nofaultbench.nativelib.Checksum} defines. Columns are added up in memory, which the second compiler turns
 * into vectors where it can; sixteen of them in registers were faster on one JDK and slower on another.
 */
final class JavaSum implements JvmPool.ReadKernel {

    private static final int COLUMNS = 32;
    private static final int ROW_BYTES = COLUMNS * Long.BYTES;
    private static final int CHUNK_BYTES = 4096;

    private final long[] columns = new long[COLUMNS];

    @Override
    public void start() {
        Arrays.fill(columns, 0);
    }

    @Override
    public void add(ByteBuffer bytes, int from, int length) {
        int wholeEnd = from + length - length % CHUNK_BYTES;
        for (int at = from; at < wholeEnd; at += CHUNK_BYTES) {
            addChunk(bytes, at);
        }
        if (wholeEnd < from + length) {
            addTail(bytes, wholeEnd, from + length);
        }
    }

    private void addChunk(ByteBuffer bytes, int from) {
        beginChunk();
        long[] sums = columns;
        for (int row = from; row < from + CHUNK_BYTES; row += ROW_BYTES) {
            for (int j = 0; j < COLUMNS; j++) {
                sums[j] += bytes.getLong(row + Long.BYTES * j);
            }
        }
    }

    private void beginChunk() {
        for (int j = 0; j < COLUMNS; j++) {
            columns[j] *= 31;
        }
    }

    private void addTail(ByteBuffer bytes, int from, int end) {
        beginChunk();
        for (int at = from; at < end; at += Long.BYTES) {
            int column = (at - from) / Long.BYTES % COLUMNS;
            columns[column] += at + Long.BYTES <= end ? bytes.getLong(at) : lastWord(bytes, at, end);
        }
    }

    private static long lastWord(ByteBuffer bytes, int from, int end) {
        long word = 0;
        for (int at = from; at < end; at++) {
            word |= (bytes.get(at) & 0xFFL) << 8 * (at - from);
        }
        return word;
    }

    @Override
    public long result() {
        long sum = 0;
        for (int j = 0; j < COLUMNS; j++) {
            sum += Long.rotateLeft(columns[j], 2 * j + 1);
        }
        return sum;
    }
}
