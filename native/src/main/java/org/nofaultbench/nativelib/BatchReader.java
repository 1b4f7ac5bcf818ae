// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** Reads one region of one pool again and again. One thread at a time; a second thread takes a reader of its own. */
public interface BatchReader extends AutoCloseable {

    /** Accesses the region {@code accesses} times; {@link #outcome} says what was read. */
    void read(long accesses);

    /** What the last batch read. */
    BatchOutcome outcome();

    /** The last batch's folded checksum, without an object for the rest of its outcome. */
    long checksum();

    @Override
    void close();
}
