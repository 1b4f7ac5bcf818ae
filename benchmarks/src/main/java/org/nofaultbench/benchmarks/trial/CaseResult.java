// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/**
 * One finished experiment, as programs tell it: a result line of KTAP (kernel documentation, dev-tools/ktap), {@code (ok|not ok)
 * NUMBER STRATEGY PROPERTY[: (yes|no|error)[ - DETAIL]][ # SKIP REASON]}.
 *
 * @param strategy id such as {@code guard-pool}
 * @param property id such as {@code tells-loss}
 * @param observation what came of it
 */
public record CaseResult(String strategy, String property, Observation observation) {

    private static final String ID = "([a-z0-9]+(?:-[a-z0-9]+){0,20})";
    private static final Pattern LINE = Pattern.compile(
            "(ok|not ok) \\d{1,6} " + ID + " " + ID + "(?:: (yes|no|error)(?: - (.*?))?)?( # SKIP(?: (.*))?)?");

    /** Empty where the line is no result or contradicts itself. */
    public static Optional<CaseResult> parse(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches() || (line.group(4) == null) == (line.group(6) == null)) {
            return Optional.empty();
        }
        boolean skipped = line.group(6) != null;
        boolean ok = line.group(1).equals("ok");
        Observed observed =
                skipped ? Observed.SKIPPED : Observed.valueOf(line.group(4).toUpperCase(Locale.ROOT));
        if (ok ? observed == Observed.ERROR : skipped) {
            return Optional.empty();
        }
        // What is declared shows in an answer that is or is not as declared.
        Boolean declared = observed == Observed.YES ? Boolean.valueOf(ok) : observed == Observed.NO ? !ok : null;
        Observation observation = new Observation(declared, observed, line.group(skipped ? 7 : 5));
        return Optional.of(new CaseResult(line.group(2), line.group(3), observation));
    }

    public String ktap(int number) {
        String start = (observation.ok() ? "ok " : "not ok ") + number + " " + strategy + " " + property;
        return observation.observed() == Observed.SKIPPED
                ? start + " # SKIP" + after(" ")
                : start + ": " + observation.observed().name().toLowerCase(Locale.ROOT) + after(" - ");
    }

    private String after(String separator) {
        return observation.detail() == null
                ? ""
                : separator + observation.detail().replaceAll("\\s+", " ");
    }
}
