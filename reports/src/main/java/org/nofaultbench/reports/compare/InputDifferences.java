// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.input.RowSettings;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

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
    record Difference(
            String name, String base, @JsonProperty("new") String next, boolean matters) {}

    private InputDifferences() {}

    /** Those that matter first; what several runs of the base differ in is there once. */
    static List<Difference> between(List<RunInput> base, RunInput next) {
        return mattersFirst(base.stream()
                .flatMap(side -> Stream.concat(
                        side.machine().flatMap(was -> next.machine().map(is -> between(was, is))).stream()
                                .flatMap(List::stream),
                        settings(side, next)))
                .distinct());
    }

    /** Of machines and builds: those that matter first, otherwise in the order of a description of the machine. */
    static List<Difference> between(MachineFacts was, MachineFacts is) {
        return mattersFirst(Stream.of(
                        differing(was.moving(), is.moving(), true),
                        differing(was.listed(), is.listed(), false),
                        was.shares().keySet().stream()
                                .filter(is.shares()::containsKey)
                                .flatMap(name -> share(
                                        name,
                                        was.shares().get(name),
                                        is.shares().get(name))))
                .flatMap(differences -> differences));
    }

    private static List<Difference> mattersFirst(Stream<Difference> all) {
        return all.sorted(Comparator.comparing(difference -> !difference.matters()))
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
            Set<String> meant = left.stream()
                    .map(InputDifferences::name)
                    .filter(other -> isNamed(other, name))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
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
                || name.equals(RowSettings.JVM_ARGUMENTS) && difference.startsWith(RowSettings.ARGUMENT);
    }

    /** What is not the same in every row says in how many it differs. */
    private static Stream<Difference> settings(RunInput side, RunInput next) {
        List<InputRow> common = next.rows().values().stream()
                .filter(row -> side.rows().containsKey(row.key()))
                .toList();
        Map<Difference, Long> rows = common.stream()
                .flatMap(row -> differing(side.rows().get(row.key()).settings(), row.settings(), true))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return rows.entrySet().stream().map(entry -> {
            Difference one = entry.getKey();
            String count = " of " + entry.getValue() + " of " + common.size() + " rows";
            return entry.getValue() == common.size()
                    ? one
                    : new Difference(one.name() + count, one.base(), one.next(), one.matters());
        });
    }

    /** @param moving whether any of them can move a figure */
    private static Stream<Difference> differing(Map<String, String> was, Map<String, String> is, boolean moving) {
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> {
                    String before = RowSettings.text(name, was);
                    String after = RowSettings.text(name, is);
                    boolean known = !before.equals(RowSettings.UNKNOWN) && !after.equals(RowSettings.UNKNOWN);
                    boolean matters = moving && known && !RowSettings.isSame(name, before, after);
                    return new Difference(name, before, after, matters);
                });
    }

    /** What else the machine did: a run beside a build is slower in every row, and no statistics tell that from a change. */
    private static Stream<Difference> share(String name, double was, double is) {
        return Math.abs(was - is) > MOST_APART_PERCENT
                ? Stream.of(new Difference(name, Math.round(was) + "%", Math.round(is) + "%", true))
                : Stream.empty();
    }
}
