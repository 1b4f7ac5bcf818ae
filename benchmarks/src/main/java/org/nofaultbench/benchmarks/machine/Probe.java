// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Locale;
import java.util.Optional;

/**
 * One finding about this machine.
 *
 * @param mark how bad it is, five characters
 * @param subject what was looked at
 * @param text what was found, and what to do where something can be done
 */
public record Probe(String mark, String subject, String text) {

    public static Probe ok(String subject, String text) {
        return new Probe("[OK] ", subject, text);
    }

    public static Probe notAvailable(String subject, String reason) {
        return new Probe("[N/A]", subject, reason);
    }

    public static Probe warning(String subject, String text) {
        return new Probe("[!!] ", subject, text);
    }

    /** A warning where there is a problem. */
    public static Probe unless(Optional<String> problem, String subject, String text) {
        return problem.map(found -> warning(subject, found)).orElseGet(() -> ok(subject, text));
    }

    /** @param remedy what to do where it is not as it should be */
    static Probe judge(boolean isOk, String subject, String text, String remedy) {
        return isOk ? ok(subject, text) : warning(subject, text + "; " + remedy);
    }

    public String line() {
        return String.format(Locale.ROOT, "%s %-28s %s", mark, subject, text);
    }
}
