// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.nio.ByteBuffer;

/** The loop that consumes the bytes of an access. One thread at a time. */
public interface ReadKernel {

    void start();

    /** Appends one run; a run that is continued by another call must be cut at a multiple of 4096 bytes. */
    void add(ByteBuffer bytes, int from, int length);

    long result();
}
