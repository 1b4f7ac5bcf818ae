// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    private static final long SEED = 0x5eed;

    /** The definition in Checksum's documentation, byte by byte, without its closed form. */
    private static long byDefinition(byte[] bytes) {
        long[] columns = new long[32];
        for (int at = 0; at < bytes.length; at++) {
            if (at % 4096 == 0) {
                for (int j = 0; j < columns.length; j++) {
                    columns[j] *= 31;
                }
            }
            columns[at / 8 % 32] += (bytes[at] & 0xFFL) << (8 * (at % 8));
        }
        long result = 0;
        for (int j = 0; j < columns.length; j++) {
            result += Long.rotateLeft(columns[j], 2 * j + 1);
        }
        return result;
    }

    private static byte[] frame(int offset, int length, int valid) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int position = offset + i;
            long word = SEED + position / 8 * Checksum.STEP;
            bytes[i] = position < valid ? (byte) (word >>> (8 * (position % 8))) : 0;
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"0, 16384", "0, 1", "0, 8", "0, 4095", "0, 4097", "4096, 8192", "8, 12288", "13, 9000", "5, 3"})
    void isComputedFromTheSeedAsItWouldBeFromTheBytes(int offset, int length) {
        Region region = new Region(offset, length, 1, length);

        assertThat(Checksum.of(SEED, region)).isEqualTo(byDefinition(frame(offset, length, Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4096", "10000", "16383"})
    void takesLostBytesAsZeros(int valid) {
        assertThat(Checksum.of(SEED, Region.whole(16384), valid)).isEqualTo(byDefinition(frame(0, 16384, valid)));
    }

    @Test
    void isZeroWhereEverythingIsLost() {
        assertThat(Checksum.of(SEED, Region.whole(1 << 20), 0)).isZero();
    }

    @Test
    void dependsOnTheSeed() {
        assertThat(Checksum.of(SEED, Region.whole(4096))).isNotEqualTo(Checksum.of(SEED + 1, Region.whole(4096)));
    }

    @Test
    void foldsEqualAccessesAsOneByOne() {
        long batch = Checksum.fold(Checksum.fold(Checksum.fold(0, 7), 7), 7);

        assertThat(Checksum.folded(7, 3)).isEqualTo(batch);
    }
}
