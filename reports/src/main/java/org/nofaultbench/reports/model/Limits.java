// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * What a run folder may hold. Result files come from strangers; an honest run of the largest preset stays below a tenth of
 * each bound.
 */
public final class Limits {

    public static final long DOCUMENT_BYTES = 4L << 20;
    static final long JOURNAL_BYTES = 128L << 20;
    static final int LINE_BYTES = 1 << 20;
    public static final int ID_CHARS = 200;
    public static final int TEXT_CHARS = 16_384;
    public static final int ENTRIES = 10_000;
    static final int FORKS = 200_000;
    static final int ROUNDS = 100_000;
    /** Each is a third later than the one before. */
    static final int LOOKS = 50;

    static final int NESTING = 32;
    public static final int PROPERTIES = 500;

    /** More of them are no measurement that a person waited for, and their pairs would not be counted in time. */
    public static final long JMH_BYTES = 64L << 20;

    public static final int JMH_FORKS = 200;
    public static final int JMH_ITERATIONS = 100_000;
    public static final int JMH_BUCKETS = 1_000_000;

    private Limits() {}
}
