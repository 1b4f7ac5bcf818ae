// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;

/** The writable tenth of a compositor's accesses: screen capture. */
final class WriteTrials {

    private WriteTrials() {}

    static void writable(JvmStrategy strategy) throws IOException {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            expectSeenByTheClient(fixture);
        }
    }

    /** An InternalError is a return, too: the writer goes on. */
    static void lostWrite(JvmStrategy strategy) throws IOException {
        try (TrialFixture fixture = new TrialFixture(strategy)) {
            expectSeenByTheClient(fixture);
            fixture.client().resize(0);
            fixture.pool().write(0, (byte) 1);
            expect(false, "the write was not told that its page is lost");
        } catch (InternalError e) {
            throw TrialEnded.yes("the write ends in an InternalError");
        }
    }

    private static void expectSeenByTheClient(TrialFixture fixture) throws IOException {
        byte changed = (byte) ~firstByte(fixture);
        fixture.pool().write(0, changed);
        expect(firstByte(fixture) == changed, "the client does not see the write");
    }

    private static byte firstByte(TrialFixture fixture) throws IOException {
        try (InputStream file = Files.newInputStream(fixture.client().file())) {
            return (byte) file.read();
        }
    }
}
