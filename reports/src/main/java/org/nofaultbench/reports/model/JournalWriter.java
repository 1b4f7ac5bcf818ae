// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code rounds.jsonl}: one line for each finished fork, on disk before the next one starts. A process that is killed
 * while it writes leaves at most half a line at the end, which is cut off when the run is resumed.
 * The records may be read from a shutdown hook while a run appends.
 */
public final class JournalWriter implements AutoCloseable {

    private final List<ForkRecord> records;
    private final FileChannel channel;

    private JournalWriter(List<ForkRecord> records, FileChannel channel) {
        this.records = records;
        this.channel = channel;
    }

    public static JournalWriter open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        SourceFile source = new SourceFile(file);
        List<ForkRecord> records = new ArrayList<>();
        long whole = 0;
        for (SourceFile.Line line : source.lines(Files.readAllBytes(file))) {
            if (line.ended()) {
                records.add(Json.bind(Json.parse(source, line.number(), line.bytes()), ForkRecord.class));
                whole += line.bytes().length + 1;
            }
        }
        channel.truncate(whole);
        channel.position(whole);
        return new JournalWriter(records, channel);
    }

    /** Every fork so far, those of a resumed run first. */
    public synchronized List<ForkRecord> records() {
        return List.copyOf(records);
    }

    public synchronized boolean has(int round, String cell) {
        return records.stream()
                .anyMatch(fork -> fork.round() == round && fork.cell().equals(cell));
    }

    public synchronized boolean hasFailed() {
        return records.stream().anyMatch(ForkRecord::failed);
    }

    public synchronized boolean hasFailed(String cell) {
        return records.stream().anyMatch(fork -> fork.failed() && fork.cell().equals(cell));
    }

    /** The place in a round behind all that it holds. */
    public synchronized int nextPosition(int round) {
        return 1
                + records.stream()
                        .filter(fork -> fork.round() == round)
                        .mapToInt(ForkRecord::position)
                        .max()
                        .orElse(0);
    }

    /** Returns when the line is on the disk. */
    public void append(ForkRecord fork) throws IOException {
        byte[] line = Json.line(fork);
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
