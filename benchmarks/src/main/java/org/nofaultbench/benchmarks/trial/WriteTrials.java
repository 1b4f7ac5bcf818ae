// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.Conclusion.expect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;

/** The writable tenth of a compositor's accesses: screen capture. */
final class WriteTrials {

    private WriteTrials() {}

    static void writable(JvmStrategy strategy) throws IOException {
        try (Stage stage = new Stage(strategy)) {
            expectSeenByTheClient(stage);
        }
    }

    /** An InternalError is a return, too: the writer goes on. */
    static void lostWrite(JvmStrategy strategy) throws IOException {
        try (Stage stage = new Stage(strategy)) {
            expectSeenByTheClient(stage);
            stage.client().resize(0);
            stage.pool().write(0, (byte) 1);
            expect(false, "the write was not told that its page is lost");
        } catch (InternalError e) {
            throw Conclusion.yes("the write ends in an InternalError");
        }
    }

    private static void expectSeenByTheClient(Stage stage) throws IOException {
        byte changed = (byte) ~firstByte(stage);
        stage.pool().write(0, changed);
        expect(firstByte(stage) == changed, "the client does not see the write");
    }

    private static byte firstByte(Stage stage) throws IOException {
        try (InputStream file = Files.newInputStream(stage.client().file())) {
            return (byte) file.read();
        }
    }
}
