// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadedRowsTest {

    private static final long SEED = 99;
    private static final int BACKDROP = 0x6B;
    private static final Region RECTANGLES = new Region(400, 256, 6, 1024, 3, 8192);

    private static ByteBuffer upload(ReadLoop loop, UploadBuffer upload) {
        NofaultLibrary library = NofaultLibrary.load();
        ByteBuffer bytes = upload.bytes(RECTANGLES.bytes());
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) BACKDROP);
        }
        try (Client client = Client.start(library, 65_536, false)) {
            client.draw(SEED);
            try (Pool pool = Pool.attach(library.strategy("guard-pool").orElseThrow(), client);
                    Reader reader = pool.reader(RECTANGLES, loop, upload)) {
                reader.read(1);
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(
            value = ReadLoop.class,
            names = {"COPY", "COPY_STREAM", "MEMCPY", "BLEND"})
    void expectsWhatTheLoopLeavesInTheUploadBuffer(ReadLoop loop) {
        assumeThat(loop.skipReason(NofaultLibrary.load())).isEmpty();
        try (UploadBuffer upload = new UploadBuffer(RECTANGLES.bytes())) {
            ByteBuffer uploaded = upload(loop, upload);

            assertThat(new UploadedRows(loop, SEED, RECTANGLES, BACKDROP).firstDifference(uploaded))
                    .isEqualTo(-1);
        }
    }

    @Test
    void findsTheFirstByteThatIsWrong() {
        try (UploadBuffer upload = new UploadBuffer(RECTANGLES.bytes())) {
            ByteBuffer uploaded = upload(ReadLoop.COPY, upload);
            uploaded.put(300, (byte) ~uploaded.get(300));

            assertThat(new UploadedRows(ReadLoop.COPY, SEED, RECTANGLES, BACKDROP).firstDifference(uploaded))
                    .isEqualTo(300);
        }
    }

    @Test
    void sumsEveryRectangleAsItsOwnRows() {
        NofaultLibrary library = NofaultLibrary.load();
        try (Client client = Client.start(library, 65_536, false)) {
            client.draw(SEED);
            try (Pool pool = Pool.attach(library.strategy("copy-pread").orElseThrow(), client)) {
                assertThat(pool.read(RECTANGLES, 1).checksum()).isEqualTo(Checksum.of(SEED, RECTANGLES));
            }
        }
    }

    @Test
    void refusesAnUnknownReadLoop() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadLoop.ofId("lanczos"))
                .withMessageContaining("kernel=lanczos; use one of [sum, copy,");
    }
}
