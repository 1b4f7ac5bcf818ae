// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.CpuShare;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;

/**
 * Under what conditions two runs were made, beside their machine: what else the machine did. A run beside a build is slower in
 * every row, and no statistics tell that from a change.
 */
final class Conditions {

    /** Of all processors' time; a quiet machine shows less than one. */
    private static final double MOST_APART_PERCENT = 5;

    private Conditions() {}

    static List<Difference> between(Run base, Run next) {
        List<Difference> found = new ArrayList<>();
        addShare("processor time of other programs", Noise::otherBusyMs, base, next, found);
        addShare("processor time stolen by the host", Noise::stealMs, base, next, found);
        return found;
    }

    private static void addShare(
            String name, Function<Noise, Long> milliseconds, Run base, Run next, List<Difference> found) {
        Optional<Double> was = new CpuShare(base).percent(milliseconds);
        Optional<Double> is = new CpuShare(next).percent(milliseconds);
        if (was.isPresent() && is.isPresent() && Math.abs(was.get() - is.get()) > MOST_APART_PERCENT) {
            found.add(new Difference(name, Math.round(was.get()) + "%", Math.round(is.get()) + "%", true));
        }
    }
}
