// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * The checksum of the {@code sum} read loop, computed from the seed alone, so that a reader can be checked without
 * reading. {@code frame.h} defines the bytes, {@code sum.h} the checksum:
 *
 * <ul>
 *   <li>word {@code i} of a frame (64 bits, little endian) is {@code seed + i * STEP};
 *   <li>a row is cut into chunks of 4096 bytes, the last padded with zeros; word {@code i} of a chunk belongs to column
 *       {@code i mod 32};
 *   <li>for each chunk every column becomes {@code 31 * column + sum of its words}, so chunks do not commute;
 *   <li>the result is the sum of the columns, column {@code j} rotated left by {@code 2j + 1}.
 * </ul>
 *
 * All arithmetic is modulo 2^64.
 */
public final class Checksum {

    /** The odd number nearest to 2^64 divided by the golden ratio, which spreads the bits of neighbouring words. */
    public static final long STEP = 0x9E3779B97F4A7C15L;

    private static final int COLUMNS = 32;
    private static final int CHUNK_BYTES = 4096;
    private static final int CHUNK_WORDS = CHUNK_BYTES / Long.BYTES;
    private static final int CHUNK_ROWS = CHUNK_WORDS / COLUMNS;

    private final long seed;
    private final long validBytes;
    private final long[] columns = new long[COLUMNS];

    private Checksum(long seed, long validBytes) {
        this.seed = seed;
        this.validBytes = validBytes;
    }

    /** The checksum of one access to a pool that holds the frame of {@code seed}. */
    public static long of(long seed, Region region) {
        return of(seed, region, Long.MAX_VALUE);
    }

    /** The same where the frame ends after {@code validBytes} and zeros follow, as after a truncation. */
    public static long of(long seed, Region region, long validBytes) {
        Checksum checksum = new Checksum(seed, validBytes);
        for (long row = 0; row < region.rows() * region.rectangles(); row++) {
            checksum.addRow(region.rowOffsetBytes(row), region.rowBytes());
        }
        return checksum.result();
    }

    /** Appends one access to a batch. */
    public static long fold(long batch, long access) {
        return 31 * batch + access;
    }

    /** The checksum of a batch of {@code accesses} equal accesses. */
    public static long folded(long access, long accesses) {
        long batch = 0;
        for (long i = 0; i < accesses; i++) {
            batch = fold(batch, access);
        }
        return batch;
    }

    private void addRow(long startBytes, long rowBytes) {
        for (long done = 0; done < rowBytes; done += CHUNK_BYTES) {
            long chunkBytes = Math.min(CHUNK_BYTES, rowBytes - done);
            addChunk(startBytes + done, (int) chunkBytes);
        }
    }

    private void addChunk(long startBytes, int chunkBytes) {
        boolean regular =
                chunkBytes == CHUNK_BYTES && startBytes % Long.BYTES == 0 && startBytes + chunkBytes <= validBytes;
        if (regular) {
            addWholeChunk(startBytes / Long.BYTES);
        } else {
            addChunkByWords(startBytes, chunkBytes);
        }
    }

    /** Closed form: column j sums seed + (firstWord + 32 r + j) * STEP over the rows r, modulo 2^64. */
    @SuppressWarnings("ConstantOverflow")
    private void addWholeChunk(long firstWord) {
        long rowsBelow = CHUNK_ROWS * (CHUNK_ROWS - 1) / 2;
        long column = CHUNK_ROWS * seed + STEP * (CHUNK_ROWS * firstWord + COLUMNS * rowsBelow);
        for (int j = 0; j < COLUMNS; j++) {
            columns[j] = 31 * columns[j] + column;
            column += CHUNK_ROWS * STEP;
        }
    }

    private void addChunkByWords(long startBytes, int chunkBytes) {
        for (int j = 0; j < COLUMNS; j++) {
            columns[j] *= 31;
        }
        for (int at = 0; at < chunkBytes; at += Long.BYTES) {
            int column = at / Long.BYTES % COLUMNS;
            columns[column] += word(startBytes + at, Math.min(Long.BYTES, chunkBytes - at));
        }
    }

    private long word(long startBytes, int bytes) {
        long word = 0;
        for (int i = 0; i < bytes; i++) {
            word |= byteAt(startBytes + i) << (8 * i);
        }
        return word;
    }

    /** Of the frame of {@code seed}. */
    public static byte frameByte(long seed, long position) {
        return (byte) (seed + position / Long.BYTES * STEP >>> 8 * (position % Long.BYTES));
    }

    private long byteAt(long position) {
        if (position >= validBytes) {
            return 0;
        }
        return frameByte(seed, position) & 0xFF;
    }

    private long result() {
        long sum = 0;
        for (int j = 0; j < COLUMNS; j++) {
            sum += Long.rotateLeft(columns[j], 2 * j + 1);
        }
        return sum;
    }
}
