// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which settings of a JMH row can move its figure. */
public final class RowSettings {

    /** Name of the setting of the JVM's arguments; each argument is a setting of its own, named {@code jvmArgs -Xmx}. */
    public static final String JVM_ARGUMENTS = "jvmArgs";

    /** Begins the name of a setting that is one argument of the JVM. */
    public static final String ARGUMENT = JVM_ARGUMENTS + " ";

    /** Name of the setting that says how many forks there should be. */
    static final String FORKS = "forks";

    /** Text of a setting that a version of JMH did not write. */
    public static final String UNKNOWN = "unknown";

    /** Where files go that only a crash writes, or that nobody measures. */
    private static final Set<String> HARMLESS_ARGUMENTS =
            Set.of(ARGUMENT + "-XX:ErrorFile", ARGUMENT + "-XX:HeapDumpPath", ARGUMENT + "-Djava.io.tmpdir");
    /** Agents of an IDE and of a debugger, which listen on another port every time. */
    private static final Pattern AGENT =
            Pattern.compile(ARGUMENT + "-(javaagent|agentlib|agentpath):.*", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile("\\b[0-9]{4,5}\\b");

    private RowSettings() {}

    /** Whether a setting of a row moves no figure: more forks make one surer and not another one. */
    public static boolean isHarmless(String setting) {
        return setting.equals(FORKS)
                || HARMLESS_ARGUMENTS.contains(setting)
                || AGENT.matcher(setting).matches();
    }

    /** Whether two values of a setting move no figure. An agent that only one of the two has may slow it down. */
    public static boolean isSame(String setting, String was, String is) {
        boolean ports = PORT.matcher(was).replaceAll("").equals(PORT.matcher(is).replaceAll(""));
        return isHarmless(setting) && (ports || !AGENT.matcher(setting).matches());
    }

    /** The value in words; an argument is absent where arguments are known and it is none of them. */
    public static String text(String name, Map<String, String> settings) {
        boolean absent = name.startsWith(ARGUMENT) && settings.containsKey(JVM_ARGUMENTS);
        String value = settings.getOrDefault(name, absent ? "absent" : UNKNOWN);
        return value.isEmpty() && name.equals(JVM_ARGUMENTS) ? "given" : value;
    }
}
