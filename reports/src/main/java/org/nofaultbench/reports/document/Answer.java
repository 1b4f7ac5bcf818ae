// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A reader's question with one sentence for each thing that was measured for it.
 *
 * @param question as a reader would ask it
 * @param statements the answers in display order
 */
public record Answer(String question, List<Statement> statements) implements Block {

    /**
     * One sentence.
     *
     * @param text without its verdict
     * @param verdict on it; empty where there is none
     * @param absence why there is no figure at all; empty where there is one
     * @param control whether others are compared with it
     */
    public record Statement(
            String text, Optional<Verdict> verdict, Optional<Absence.Kind> absence, boolean control) {

        public static Statement plain(String text, boolean control) {
            return new Statement(text, Optional.empty(), Optional.empty(), control);
        }

        public static Statement judged(String text, Verdict verdict) {
            return new Statement(text, Optional.of(verdict), Optional.empty(), false);
        }

        public static Statement absent(String text, Absence.Kind kind) {
            return new Statement(text, Optional.empty(), Optional.of(kind), false);
        }

        /** The word that stands before the sentence. */
        public String word() {
            return verdict.map(Verdict::label).or(() -> absence.map(Absence.Kind::name))
                    .orElse(control ? "baseline" : "no ratio");
        }
    }
}
