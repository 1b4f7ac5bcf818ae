// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

/**
 * A printed figure that is not what the raw samples give.
 *
 * @param place file and table or sentence
 * @param name what is printed of what
 * @param printed as it stands there
 * @param recomputed what it should be; in words where there is nothing to recompute
 */
public record Difference(String place, String name, String printed, String recomputed) {

    /** One line. */
    public String text() {
        return place + ": " + name + ": printed=" + printed + ", recomputed=" + recomputed;
    }
}
