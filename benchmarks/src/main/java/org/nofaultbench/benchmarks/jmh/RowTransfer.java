// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.UploadBuffer;
import org.openjdk.jmh.annotations.Param;

/** A benchmark that moves a buffer's rows to a staging buffer or from one. */
public abstract class RowTransfer extends StrategyBenchmark {

    @Param("1080p")
    public String size;

    Region rows;
    UploadBuffer staging;
    BatchReader mover;

    void start(ReadLoop loop) {
        BufferSize whole = BufferSize.ofId(size);
        rows = whole.rows();
        staging = new UploadBuffer(rows.bytes());
        attach(whole.bytes());
        mover = pool.reader(rows, loop, staging);
    }

    @Override
    void detach() {
        mover.close();
        super.detach();
        staging.close();
    }

    /** @param position of the first wrong byte; negative where there is none */
    void expectNone(long position, String wrong) {
        if (position >= 0) {
            throw new IllegalStateException(wrong + ": " + subject + ", first at byte=" + position);
        }
    }
}
