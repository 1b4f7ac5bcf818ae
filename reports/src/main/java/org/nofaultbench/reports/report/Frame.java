// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.document.Scale;

/**
 * The time that a screen leaves between two deadlines.
 *
 * @param hertz how often it shows a frame
 */
public record Frame(int hertz) {

    /** What screens do; 16.67, 6.94 and 4.17 ms. */
    public static final List<Frame> ALL = List.of(new Frame(60), new Frame(144), new Frame(240));

    private static final double NS_PER_S = 1e9;
    private static final int DECIMALS = 3;

    public double ns() {
        return NS_PER_S / hertz;
    }

    /** Nanoseconds as hundredths of the frame. */
    public Scale percent() {
        return new Scale("%", ns() / 100, DECIMALS);
    }
}
