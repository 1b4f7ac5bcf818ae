// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;

/**
 * In what two runs' machines and builds differ. A difference matters if it can move a figure although nobody changed what is
 * measured. What was unknown to one of the two does not matter, for then nobody knows that it differs.
 */
public final class EnvironmentDifferences {

    /** Of all processors' time; a quiet machine shows less than one. */
    private static final double MOST_APART_PERCENT = 5;

    /** Text of a fact that a run could not read. */
    public static final String UNKNOWN = "unknown";

    /**
     * One fact that is not the same in both runs.
     *
     * @param name such as {@code kernel build id}
     * @param base what it was in the run that is compared with, or {@link #UNKNOWN}
     * @param next what it is in the other
     * @param matters whether it can move a figure by itself
     */
    public record Difference(String name, String base, String next, boolean matters) {}

    private EnvironmentDifferences() {}

    /** Those that matter first, otherwise in the order of a description of the machine. */
    public static List<Difference> between(Run base, Run next) {
        MachineFacts was = facts(base);
        MachineFacts is = facts(next);
        List<Difference> all = new ArrayList<>(between(was.moving(), is.moving(), true));
        all.addAll(between(was.listed(), is.listed(), false));
        addShare(all, "processor time of other programs", base, next, Noise::otherBusyMs);
        addShare(all, "processor time stolen by the host", base, next, Noise::stealMs);
        return mattersFirst(all);
    }

    static List<Difference> mattersFirst(Iterable<Difference> all) {
        List<Difference> sorted = new ArrayList<>();
        all.forEach(sorted::add);
        sorted.sort((one, other) -> Boolean.compare(other.matters(), one.matters()));
        return sorted;
    }

    private static MachineFacts facts(Run run) {
        return MachineFacts.of(run.environment(), run.manifest().suite());
    }

    private static List<Difference> between(Map<String, String> was, Map<String, String> is, boolean matters) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .map(name -> new Difference(
                        name,
                        was.getOrDefault(name, UNKNOWN),
                        is.getOrDefault(name, UNKNOWN),
                        matters && was.containsKey(name) && is.containsKey(name)))
                .filter(difference -> !difference.base().equals(difference.next()))
                .toList();
    }

    /** What else the machine did: a run beside a build is slower in every row, and no statistics tell that from a change. */
    private static void addShare(
            List<Difference> all, String name, Run base, Run next, Function<Noise, Long> milliseconds) {
        Optional<Double> was = base.cpuPercent(milliseconds);
        Optional<Double> is = next.cpuPercent(milliseconds);
        if (was.isPresent() && is.isPresent() && Math.abs(was.get() - is.get()) > MOST_APART_PERCENT) {
            all.add(new Difference(name, Math.round(was.get()) + "%", Math.round(is.get()) + "%", true));
        }
    }
}
