// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

/** Holds the figures in sentences against the raw samples. Lines are joined first: a sentence may break anywhere. */
final class Sentences {

    private final Answers answers;
    private final Counts counts;

    Sentences(RawRun run, Verdicts<String> verdicts) {
        this.answers = new Answers(run, verdicts);
        this.counts = new Counts(run, verdicts);
    }

    void check(String text, Audit audit) {
        String flowing = text.replaceAll("\\s+", " ");
        answers.check(flowing, audit);
        counts.check(flowing, audit);
    }
}
