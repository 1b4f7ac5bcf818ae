// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.document.Content;

/** One question that the author of a compositor asks. Stateless. */
interface AdviceSection {

    /** The answer, in one section of a page or more. */
    List<Content> of(Advice advice);
}
