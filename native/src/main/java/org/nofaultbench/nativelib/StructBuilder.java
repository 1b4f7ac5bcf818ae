// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A structure of {@code nofault.h} in the making, word after word in the order of its fields; all are 64-bit words. */
final class StructBuilder {

    /** {@code struct nfb_outcome}. */
    static final int OUTCOME_BYTES = 3 * Long.BYTES;

    private static final int HISTOGRAM = OUTCOME_BYTES + Long.BYTES;

    /** {@code struct nfb_timed}. */
    static final int TIMED_BYTES = HISTOGRAM + LatencyHistogram.BUCKETS * Long.BYTES;

    /** {@code struct nfb_text}. */
    static final int TEXT_BYTES = 192;

    private final LongStream.Builder words = LongStream.builder();
    private final List<Memory> texts = new ArrayList<>();

    StructBuilder word(long value) {
        words.add(value);
        return this;
    }

    StructBuilder pointer(Pointer pointer) {
        return word(Pointer.nativeValue(pointer));
    }

    /** A pointer to a string, which lives until the measurement is over. */
    StructBuilder text(String value) {
        byte[] bytes = Native.toByteArray(value);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        texts.add(memory);
        return pointer(memory);
    }

    /** What a measurement begins with that starts clients of its own. */
    static StructBuilder withClients(NofaultLibrary library, StrategyInfo strategy, long poolBytes, long seed) {
        return new StructBuilder()
                .text(library.program(NativeFiles.Program.CLIENT).toString())
                .word(strategy.index())
                .word(poolBytes)
                .word(seed);
    }

    StructBuilder region(Region region) {
        return word(region.offsetBytes())
                .word(region.rowBytes())
                .word(region.rows())
                .word(region.strideBytes())
                .word(region.rectangles() - 1)
                .word(region.rectangleStrideBytes());
    }

    /** The structure, to be closed by the caller. */
    Memory memory() {
        long[] values = words.build().toArray();
        Memory memory = new Memory((long) values.length * Long.BYTES);
        memory.write(0, values, 0, values.length);
        return memory;
    }

    /**
     * Gives the structure to a measurement whose parts C alone can time; it can be asked once.
     *
     * @param name of the measurement in {@code measurements.c}
     * @param subject what is measured, for the message of a failure
     * @param resultBytes size of the result's structure
     * @param read takes the result before its memory is given back
     */
    <T> T measure(String name, String subject, long resultBytes, Function<Memory, T> read) {
        try (Memory setting = memory();
                Memory result = new Memory(resultBytes)) {
            result.clear();
            int status = LibNofault.nfb_measure(name, setting, setting.size(), result, resultBytes);
            NativeException.check(status, name, subject, 0);
            return read.apply(result);
        } finally {
            texts.forEach(Memory::close);
        }
    }

    static long checksum(Memory outcome) {
        return outcome.getLong(0);
    }

    static BatchOutcome outcome(Memory memory) {
        return new BatchOutcome(checksum(memory), memory.getLong(8), memory.getLong(16));
    }

    static TimedOutcome timed(Memory memory) {
        long[] buckets = memory.getLongArray(HISTOGRAM, LatencyHistogram.BUCKETS);
        return new TimedOutcome(outcome(memory), memory.getLong(OUTCOME_BYTES), new LatencyHistogram(buckets));
    }

    /** A text of C; empty where it has no character. */
    static Optional<String> text(Memory memory, long offset) {
        return Optional.of(memory.getString(offset, StandardCharsets.UTF_8.name()))
                .filter(text -> !text.isEmpty());
    }
}
