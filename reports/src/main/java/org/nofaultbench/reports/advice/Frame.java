// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.document.Scale;

/**
 * The time that a screen leaves between two deadlines.
 *
 * @param hertz how often it shows a frame
 */
record Frame(int hertz) {

    /** What screens do; 16.67, 6.94 and 4.17 ms. */
    static final List<Frame> ALL = List.of(new Frame(60), new Frame(144), new Frame(240));

    double ns() {
        return 1e9 / hertz;
    }

    /** Nanoseconds as hundredths of the frame. */
    Scale percent() {
        return new Scale("%", ns() / 100, 3);
    }
}
