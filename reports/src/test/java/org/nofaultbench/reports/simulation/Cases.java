// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.ArrayList;
import java.util.List;

/** The kinds of machine that every study looks at. */
final class Cases {

    /** Shares of the variance that lie between forks. */
    private static final double[] FORK_SHARES = {0, 0.2, 0.5, 0.8};

    private static final Shape[][] PAIRS = {
        {Shape.GAUSSIAN, Shape.GAUSSIAN},
        {Shape.SKEWED, Shape.SKEWED},
        {Shape.BIMODAL, Shape.BIMODAL},
        {Shape.LOPSIDED, Shape.LOPSIDED},
        {Shape.SKEWED, Shape.GAUSSIAN},
        {Shape.BIMODAL, Shape.GAUSSIAN},
        {Shape.LOPSIDED, Shape.GAUSSIAN},
    };

    private Cases() {}

    /** Every pair of shapes, share between forks, and a steady and a drifting machine. */
    static List<Noise> all() {
        List<Noise> all = new ArrayList<>();
        for (Shape[] pair : PAIRS) {
            for (double share : FORK_SHARES) {
                all.add(new Noise(pair[0], pair[1], share, false));
                all.add(new Noise(pair[0], pair[1], share, true));
            }
        }
        return all;
    }

    /** Those in which the two sides are the same and only the ratio, if any, differs. */
    static List<Noise> identical() {
        return all().stream()
                .filter(noise -> noise.candidate() == noise.baseline())
                .toList();
    }
}
