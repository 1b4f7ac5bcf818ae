// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Where a fork leaves the times of its accesses: one line of HdrHistogram's log format, rewritten after each iteration,
 * so that the fork's last words are whole.
 */
public final class LatencyFile {

    /** System property: file to write; nothing is written without it. */
    public static final String FILE_PROPERTY = "nofault.latency.file";
    /** System property: tag of the line, the cell's id. */
    public static final String TAG_PROPERTY = "nofault.latency.tag";

    private static final double NS_PER_MS = 1e6;
    private static final double MS_PER_S = 1e3;

    private final String file;
    private final Histogram sum = new Histogram(3);

    private LatencyFile(String file, String tag) {
        this.file = file;
        sum.setTag(tag);
        sum.setStartTimeStamp(System.currentTimeMillis());
    }

    static LatencyFile fromProperties() {
        return new LatencyFile(System.getProperty(FILE_PROPERTY), System.getProperty(TAG_PROPERTY));
    }

    void add(Histogram iteration) {
        sum.add(iteration);
        sum.setEndTimeStamp(System.currentTimeMillis());
        if (file != null) {
            write();
        }
    }

    private void write() {
        try (PrintStream out = new PrintStream(new FileOutputStream(file))) {
            double startS = sum.getStartTimeStamp() / MS_PER_S;
            double endS = sum.getEndTimeStamp() / MS_PER_S;
            new HistogramLogWriter(out).outputIntervalHistogram(startS, endS, sum, NS_PER_MS);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("cannot write the latencies: file=" + file, e);
        }
    }
}
