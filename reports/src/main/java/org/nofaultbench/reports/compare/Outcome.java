// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

/** What a comparison says to whoever asked for it. */
public enum Outcome {
    /** No row changed that stops a change. */
    PASS,
    /** A row did. */
    FAIL,
    /** None did, but not every row could be decided, and that was asked for. */
    OPEN
}
