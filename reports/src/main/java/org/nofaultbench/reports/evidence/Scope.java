// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.report.VerdictCounts;

/** What must nobody conclude from this? */
final class Scope implements Question {

    @Override
    public Content answer(PatchEvidence dossier) {
        return Content.of("scope", "What this does not show", "", List.of(
                new Prose("One machine, one boot: another processor, kernel or memory layout may order the rows otherwise, and no"
                        + " interval covers that."),
                new Prose("Of the whole run" + (dossier.isEmulated() ? "" : ", " + VerdictCounts.counts(dossier.run())) + ": reports.jar `text` or `html` prints it, `check`"
                        + " recomputes every figure from the raw samples.")));
    }
}
