// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.report.VerdictCounts;

/** What must nobody conclude from this? */
final class Scope implements Question {

    @Override
    public Content answer(PatchEvidence evidence) {
        return new Content(
                "scope",
                "What this does not show",
                "",
                List.of(
                        new Prose(
                                "One machine, one boot: another processor, kernel or memory layout may order the rows otherwise, and no"
                                        + " interval covers that."),
                        new Prose(Sentence.join(
                                "Of the whole run",
                                evidence.isEmulated() ? "" : Sentence.join(", ", VerdictCounts.counts(evidence.run())),
                                ": reports.jar `text` or `html` prints it."))));
    }
}
