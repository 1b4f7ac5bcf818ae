// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final NofaultLibrary LIBRARY = NofaultLibrary.load();

    @Test
    void givesOutTheFileThatItDrawsInto() throws IOException {
        try (Client client = Client.start(LIBRARY, 8192, false)) {
            client.draw(7);
            byte[] frame = Files.readAllBytes(client.file());

            assertThat(frame).hasSize(8192);
            assertThat(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getLong(8))
                    .isEqualTo(7 + Checksum.STEP);
        }
    }

    @Test
    void punchesAHoleThatReadsAsZeros() throws IOException {
        try (Client client = Client.start(LIBRARY, 8192, false)) {
            client.draw(7);
            client.punch(4096);
            byte[] frame = Files.readAllBytes(client.file());

            assertThat(frame).hasSize(8192);
            assertThat(ByteBuffer.wrap(frame).getLong(4088)).isNotZero();
            assertThat(ByteBuffer.wrap(frame).getLong(4096)).isZero();
        }
    }

    @Test
    void givesOutNoFileOnceItIsClosed() {
        Client client = Client.start(LIBRARY, 8192, false);
        client.close();

        assertThatIllegalStateException().isThrownBy(client::file).withMessageContaining("closed");
    }

    private static String allowedCpus() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/thread-self/status"));
        return status.stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesTheThreadOnOneCpuAndThenOnAllThatItHad() throws IOException {
        String before = allowedCpus();
        assumeTrue(before.matches(".*[,-].*"), "there is one CPU only");

        Placement placement = Placement.of(LIBRARY);
        try (ReaderCpu reader = new ReaderCpu()) {
            assertThat(allowedCpus()).matches("Cpus_allowed_list:\\s*" + placement.readerCpu());
        }
        assertThat(placement.clientCpu()).isNotEqualTo(placement.readerCpu());

        assertThat(allowedCpus()).isEqualTo(before);
    }

    @Test
    void addsUpWhatIsTimedInJavaAsCDoes() {
        Region whole = Region.whole(8192);
        try (Client client = Client.start(LIBRARY, 8192, false)) {
            client.draw(7);
            try (Pool pool = Pool.attach(LIBRARY.strategy("unguarded-shared").orElseThrow(), client);
                    Reader reader = pool.reader(whole)) {
                TimedBatch timed = new TimedBatch();
                timed.time(reader);
                timed.time(reader);

                assertThat(timed.outcome().batch()).isEqualTo(pool.read(whole, 2));
                assertThat(timed.outcome().histogram().count()).isEqualTo(2);
                assertThat(timed.outcome().totalNs()).isPositive();
            }
        }
    }
}
