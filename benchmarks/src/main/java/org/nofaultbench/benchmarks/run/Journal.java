// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.reports.model.ForkRecord;

/**
 * {@code rounds.jsonl}: one line for each finished fork, on disk before the next one starts. A process that is killed
 * while it writes leaves at most half a line at the end, which is cut off when the run is resumed.
 * The records may be read from a shutdown hook while a run appends.
 */
final class Journal implements AutoCloseable {

    private final List<ForkRecord> records;
    private final FileChannel channel;

    private Journal(List<ForkRecord> records, FileChannel channel) {
        this.records = records;
        this.channel = channel;
    }

    static Journal open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        byte[] bytes = Files.readAllBytes(file);
        int whole = lengthOfWholeLines(bytes);
        channel.truncate(whole);
        channel.position(whole);
        return new Journal(parse(file, new String(bytes, 0, whole, StandardCharsets.UTF_8)), channel);
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private static List<ForkRecord> parse(Path file, String text) {
        List<ForkRecord> records = new ArrayList<>();
        int lineNumber = 0;
        for (String line : text.lines().toList()) {
            lineNumber++;
            try {
                records.add(Json.LINES.readValue(line, ForkRecord.class));
            } catch (JsonProcessingException e) {
                throw new UserError("cannot resume, the journal is damaged: file=" + file + ", line=" + lineNumber
                        + "; start a new run", e);
            }
        }
        return records;
    }

    /** Every fork so far, those of a resumed run first. */
    synchronized List<ForkRecord> records() {
        return List.copyOf(records);
    }

    synchronized boolean has(int round, String cell) {
        return records.stream().anyMatch(fork -> fork.round() == round && fork.cell().equals(cell));
    }

    synchronized boolean hasFailed() {
        return records.stream().anyMatch(ForkRecord::failed);
    }

    synchronized boolean hasFailed(String cell) {
        return records.stream().anyMatch(fork -> fork.failed() && fork.cell().equals(cell));
    }

    /** The place in a round behind all that it holds. */
    synchronized int nextPosition(int round) {
        return 1 + records.stream().filter(fork -> fork.round() == round).mapToInt(ForkRecord::position).max().orElse(0);
    }

    /** Returns when the line is on the disk. */
    void append(ForkRecord fork) throws IOException {
        byte[] line = (Json.LINES.writeValueAsString(fork) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
        synchronized (this) {
            records.add(fork);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
