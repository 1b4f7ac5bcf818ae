// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.input.RowSettings;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;

/**
 * In what the new run's surroundings differ from the base's. A run folder describes its machine and its build; a JMH file only the
 * JVM and how each row was measured. A difference matters if it can move a figure although nobody changed what is measured; what was
 * unknown to one of the two does not matter, for then nobody knows that it differs.
 */
final class InputDifferences {

    /** Excuses every difference. */
    static final String ALL = "all";

    /** Of all processors' time; a quiet machine shows less than one. */
    private static final double MOST_APART_PERCENT = 5;

    /**
     * One fact that is not the same in both runs.
     *
     * @param name such as {@code kernel build id}
     * @param base what it was in the run that is compared with, or {@link RowSettings#UNKNOWN}
     * @param next what it is in the other
     * @param matters whether it can move a figure by itself
     */
    record Difference(String name, String base, String next, boolean matters) {}

    private InputDifferences() {}

    /** Those that matter first; what several runs of the base differ in is there once. */
    static List<Difference> between(List<RunInput> base, RunInput next) {
        Set<Difference> all = new LinkedHashSet<>();
        for (RunInput side : base) {
            if (side.run().isPresent() && next.run().isPresent()) {
                all.addAll(between(side.run().get(), next.run().get()));
            }
            all.addAll(settings(side, next));
        }
        return mattersFirst(all);
    }

    /** Of machines and builds: those that matter first, otherwise in the order of a description of the machine. */
    static List<Difference> between(Run base, Run next) {
        MachineFacts was = MachineFacts.of(base.environment(), base.manifest().suite());
        MachineFacts is = MachineFacts.of(next.environment(), next.manifest().suite());
        List<Difference> all = new ArrayList<>(
                differing(was.moving(), is.moving(), InputDifferences::fact, (name, before, after) -> true));
        all.addAll(differing(was.listed(), is.listed(), InputDifferences::fact, (name, before, after) -> false));
        addShare(all, "processor time of other programs", base, next, Noise::otherBusyMs);
        addShare(all, "processor time stolen by the host", base, next, Noise::stealMs);
        return mattersFirst(all);
    }

    private static List<Difference> mattersFirst(Collection<Difference> all) {
        return all.stream()
                .sorted(Comparator.comparing(difference -> !difference.matters()))
                .toList();
    }

    /**
     * Those that matter and that nobody excused.
     *
     * @param excused names of differences, each of which excuses one, or {@link #ALL}
     */
    static List<Difference> unexcused(List<Difference> all, List<String> excused) {
        List<Difference> left =
                new ArrayList<>(all.stream().filter(Difference::matters).toList());
        for (String name : excused) {
            Set<String> meant = new LinkedHashSet<>();
            left.stream()
                    .map(InputDifferences::name)
                    .filter(other -> isNamed(other, name))
                    .forEach(meant::add);
            if (meant.size() > 1 && !name.equals(ALL)) {
                throw new InputException(
                        "name fits several differences",
                        "name one of them with --despite-differences",
                        Detail.of("name", name),
                        Detail.of("known", String.join(", ", meant)));
            }
            left.removeIf(difference -> meant.contains(name(difference)));
        }
        return left;
    }

    /** Without the count of the rows that it is of. */
    private static String name(Difference difference) {
        return difference.name().replaceFirst(" of \\d+ of \\d+ rows$", "");
    }

    /** {@code -Xmx} and {@code jvmArgs} name {@code jvmArgs -Xmx}. */
    private static boolean isNamed(String difference, String name) {
        return name.equals(ALL)
                || difference.equals(name)
                || difference.equals(RowSettings.ARGUMENT + name)
                || name.equals(JmhEntry.JVM_ARGUMENTS) && difference.startsWith(RowSettings.ARGUMENT);
    }

    private static List<Difference> settings(RunInput side, RunInput next) {
        Map<Difference, Integer> rows = new LinkedHashMap<>();
        int common = 0;
        for (InputRow is : next.rows().values()) {
            InputRow was = side.rows().get(is.key());
            if (was != null) {
                common++;
                differing(
                                was.settings(),
                                is.settings(),
                                RowSettings::text,
                                (name, before, after) -> !RowSettings.isSame(name, before, after))
                        .forEach(difference -> rows.merge(difference, 1, Integer::sum));
            }
        }
        List<Difference> counted = new ArrayList<>();
        for (Map.Entry<Difference, Integer> entry : rows.entrySet()) {
            Difference one = entry.getKey();
            String count = entry.getValue() == common ? "" : " of " + entry.getValue() + " of " + common + " rows";
            counted.add(new Difference(one.name() + count, one.base(), one.next(), one.matters()));
        }
        return counted;
    }

    /** Whether a fact that has changed can move a figure. */
    private interface Effect {
        boolean matters(String name, String before, String after);
    }

    private static String fact(String name, Map<String, String> facts) {
        return facts.getOrDefault(name, RowSettings.UNKNOWN);
    }

    private static List<Difference> differing(
            Map<String, String> was,
            Map<String, String> is,
            BiFunction<String, Map<String, String>, String> text,
            Effect effect) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                String before = text.apply(name, was);
                String after = text.apply(name, is);
                boolean known = !before.equals(RowSettings.UNKNOWN) && !after.equals(RowSettings.UNKNOWN);
                found.add(new Difference(name, before, after, known && effect.matters(name, before, after)));
            }
        }
        return found;
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
