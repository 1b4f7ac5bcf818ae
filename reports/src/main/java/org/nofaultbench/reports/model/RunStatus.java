// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/** Whether a run is whole. */
public enum RunStatus {
    /** Still running, or killed before it could say anything else: what the journal holds is valid but not all. */
    UNFINISHED,
    /** Every planned round of every cell was measured and no condition was missed. */
    OK,
    /** At least one condition was missed; the manifest's reasons say which. */
    FAIL
}
