// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section.evidence;

import org.nofaultbench.reports.section.Content;

/** What a reviewer asks, as a part of the evidence. */
interface Question {

    Content answer(Dossier dossier);
}
