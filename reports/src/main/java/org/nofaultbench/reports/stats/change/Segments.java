// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.List;

/** Cuts a series at its changes. */
final class Segments {

    private Segments() {}

    /** At least one, unless there is no value at all. */
    static List<Segment> of(double[] series, List<ChangePoint> changes) {
        List<Segment> segments = new ArrayList<>();
        if (series.length == 0) {
            return segments;
        }
        Cumulative cumulative = new Cumulative(new HampelFilter(series).setAside(HampelFilter.DEVIATIONS));
        for (int i = 0, from = 0; i <= changes.size(); i++) {
            int to = i == changes.size() ? series.length : changes.get(i).at();
            double variance = cumulative.residual(from, to) / Math.max(1, to - from - 1);
            segments.add(new Segment(from, to, cumulative.mean(from, to), Math.sqrt(variance)));
            from = to;
        }
        return segments;
    }
}
