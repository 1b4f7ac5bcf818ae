// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;

/** A part of a quantity's range in which the verdict is the same. */
record Zone(double from, double to, String verdict) {

    private static final String UNDECIDED = "UNDECIDED";

    /**
     * Neighbours of the same verdict make a zone. One that is undecided reaches to the places on either side of it, and one lies
     * between any two others.
     *
     * @param xs ascending
     * @param verdicts one a place
     */
    static List<Zone> of(List<Double> xs, List<String> verdicts) {
        List<Zone> zones = new ArrayList<>();
        int last = xs.size() - 1;
        int from = 0;
        while (from <= last) {
            int to = lastAlike(verdicts, from);
            boolean isOpen = verdicts.get(from).equals(UNDECIDED);
            int left = isOpen ? Math.max(0, from - 1) : from;
            int right = isOpen ? Math.min(last, to + 1) : to;
            zones.add(new Zone(xs.get(left), xs.get(right), verdicts.get(from)));
            if (to < last && !isOpen && !verdicts.get(to + 1).equals(UNDECIDED)) {
                zones.add(new Zone(xs.get(to), xs.get(to + 1), UNDECIDED));
            }
            from = to + 1;
        }
        return zones;
    }

    private static int lastAlike(List<String> verdicts, int from) {
        int to = from;
        while (to + 1 < verdicts.size() && verdicts.get(to + 1).equals(verdicts.get(from))) {
            to++;
        }
        return to;
    }
}
