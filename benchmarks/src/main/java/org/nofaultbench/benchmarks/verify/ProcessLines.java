// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of another process, until it ends. Its output may stay open for longer: a child of its that got lost holds it, and
 * a read that waits for the end would wait for that child.
 */
final class ProcessLines {

    private static final int MAX_BYTES = 8192;
    private static final long POLL_MS = 5;

    private final Process process;
    private final InputStream in;

    ProcessLines(Process process) {
        this.process = process;
        this.in = process.getInputStream();
    }

    /** The next line, or its first 8 KiB; empty when the process has ended. A last line without its end is none. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (isThereMore()) {
            int next = in.read();
            if (next == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() < MAX_BYTES) {
                line.write(next);
            }
        }
        return Optional.empty();
    }

    private boolean isThereMore() throws IOException {
        while (in.available() == 0) {
            // It may have written between the two questions.
            if (!process.isAlive()) {
                return in.available() > 0;
            }
            sleep();
        }
        return true;
    }

    private static void sleep() throws InterruptedIOException {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while nofault-verify ran");
        }
    }
}
