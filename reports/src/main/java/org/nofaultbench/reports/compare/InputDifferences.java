// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.RowSettings;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.jmh.JmhEntry;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/**
 * In what the new run's surroundings differ from the base's. A run folder describes its machine; a JMH file only the JVM and
 * how each row was measured.
 */
final class InputDifferences {

    /** Excuses every difference. */
    static final String ALL = "all";

    private InputDifferences() {}

    /** Those that matter first; what several runs of the base differ in is there once. */
    static List<Difference> between(List<RunInput> base, RunInput next) {
        Set<Difference> all = new LinkedHashSet<>();
        for (RunInput side : base) {
            if (side.run().isPresent() && next.run().isPresent()) {
                all.addAll(EnvironmentDifferences.between(
                        side.run().get(), next.run().get()));
            }
            all.addAll(settings(side, next));
        }
        return EnvironmentDifferences.mattersFirst(all);
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
                settings(was.settings(), is.settings()).forEach(difference -> rows.merge(difference, 1, Integer::sum));
            }
        }
        List<Difference> counted = new ArrayList<>();
        for (Map.Entry<Difference, Integer> entry : rows.entrySet()) {
            Difference one = entry.getKey();
            String of = entry.getValue() == common ? "" : " of " + entry.getValue() + " of " + common + " rows";
            counted.add(new Difference(one.name() + of, one.base(), one.next(), one.matters()));
        }
        return counted;
    }

    private static List<Difference> settings(Map<String, String> was, Map<String, String> is) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                String before = RowSettings.text(name, was);
                String after = RowSettings.text(name, is);
                boolean known = !before.equals(RowSettings.UNKNOWN) && !after.equals(RowSettings.UNKNOWN);
                found.add(new Difference(name, before, after, known && !RowSettings.isSame(name, before, after)));
            }
        }
        return found;
    }
}
