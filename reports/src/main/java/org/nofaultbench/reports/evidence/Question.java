// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import org.nofaultbench.reports.document.Content;

/** What a reviewer asks, as a part of the evidence. */
interface Question {

    Content answer(PatchEvidence evidence);
}
