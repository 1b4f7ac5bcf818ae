// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of an experiment on one property. */
public enum Observed {
    /** The strategy has the property. */
    @JsonProperty("yes")
    YES,
    /** It has not. */
    @JsonProperty("no")
    NO,
    /** The experiment makes no sense or cannot be made on this machine. */
    @JsonProperty("skipped")
    SKIPPED,
    /** The experiment was begun and gave no answer. */
    @JsonProperty("error")
    ERROR
}
