// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Locale;

/**
 * One finding about this machine.
 *
 * @param mark how bad it is
 * @param subject what was looked at
 * @param text what was found, and what to do where something can be done
 */
public record Probe(Mark mark, String subject, String text) {

    /** How bad a finding is. */
    public enum Mark {
        OK("[OK] "),
        NOT_AVAILABLE("[N/A]"),
        WARNING("[!!] ");

        private final String text;

        Mark(String text) {
            this.text = text;
        }
    }

    public static Probe ok(String subject, String text) {
        return new Probe(Mark.OK, subject, text);
    }

    public static Probe notAvailable(String subject, String reason) {
        return new Probe(Mark.NOT_AVAILABLE, subject, reason);
    }

    public static Probe warning(String subject, String text) {
        return new Probe(Mark.WARNING, subject, text);
    }

    public String line() {
        return String.format(Locale.ROOT, "%s %-28s %s", mark.text, subject, text);
    }
}
