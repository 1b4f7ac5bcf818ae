// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
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

    private static final String ABSENT = "absent";
    private static final String ARGUMENT = JmhEntry.JVM_ARGUMENTS + " ";
    /** Where files go that only a crash writes, or that nobody measures. */
    private static final Set<String> HARMLESS_ARGUMENTS =
            Set.of("-XX:ErrorFile", "-XX:HeapDumpPath", "-Djava.io.tmpdir");
    /** Agents of an IDE and of a debugger, which listen on another port every time. */
    private static final Pattern AGENT = Pattern.compile("-(javaagent|agentlib|agentpath):.*", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile("\\b[0-9]{4,5}\\b");

    private final List<RunInput> base;
    private final RunInput next;

    InputDifferences(List<RunInput> base, RunInput next) {
        this.base = base;
        this.next = next;
    }

    /** Whether a setting of a row moves no figure: more forks make one surer and not another one. */
    static boolean isHarmless(String setting) {
        return setting.equals(JmhEntry.FORKS)
                || setting.startsWith(ARGUMENT)
                        && (HARMLESS_ARGUMENTS.contains(setting.substring(ARGUMENT.length()))
                                || AGENT.matcher(setting.substring(ARGUMENT.length()))
                                        .matches());
    }

    /** Those that matter first; what several runs of the base differ in is there once. */
    List<Difference> differences() {
        Set<Difference> all = new LinkedHashSet<>();
        for (RunInput side : base) {
            if (side.run().isPresent() && next.run().isPresent()) {
                all.addAll(EnvironmentDifferences.between(
                        side.run().get(), next.run().get()));
            }
            all.addAll(settings(side));
        }
        List<Difference> sorted =
                new ArrayList<>(all.stream().filter(Difference::matters).toList());
        all.stream().filter(difference -> !difference.matters()).forEach(sorted::add);
        return sorted;
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
                || difference.equals(ARGUMENT + name)
                || name.equals(JmhEntry.JVM_ARGUMENTS) && difference.startsWith(ARGUMENT);
    }

    private List<Difference> settings(RunInput side) {
        Map<Difference, Integer> rows = new LinkedHashMap<>();
        int common = 0;
        for (InputRow is : next.rows().values()) {
            InputRow was = side.rows().get(is.key());
            if (was != null) {
                common++;
                settings(was.settings(), is.settings()).forEach(difference -> rows.merge(difference, 1, Integer::sum));
            }
        }
        int all = common;
        return rows.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue(), all))
                .toList();
    }

    private static Difference counted(Difference difference, int rows, int of) {
        return rows == of
                ? difference
                : new Difference(
                        difference.name() + " of " + rows + " of " + of + " rows",
                        difference.base(),
                        difference.next(),
                        difference.matters());
    }

    private static List<Difference> settings(Map<String, String> was, Map<String, String> is) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> difference(name, text(name, was), text(name, is)))
                .toList();
    }

    private static Difference difference(String name, String was, String is) {
        boolean known = !was.equals(EnvironmentDifferences.UNKNOWN) && !is.equals(EnvironmentDifferences.UNKNOWN);
        return new Difference(name, was, is, known && !isSame(name, was, is));
    }

    /** An agent that only one of the two has may slow it down. */
    private static boolean isSame(String name, String was, String is) {
        boolean ports = PORT.matcher(was).replaceAll("").equals(PORT.matcher(is).replaceAll(""));
        return isHarmless(name)
                && (!name.startsWith(ARGUMENT)
                        || ports
                        || HARMLESS_ARGUMENTS.contains(name.substring(ARGUMENT.length())));
    }

    private static String text(String name, Map<String, String> settings) {
        boolean absent = name.startsWith(ARGUMENT) && settings.containsKey(JmhEntry.JVM_ARGUMENTS);
        String value = settings.getOrDefault(name, absent ? ABSENT : EnvironmentDifferences.UNKNOWN);
        return value.isEmpty() ? "given" : value;
    }
}
