// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/**
 * One line of {@code nofault-verify}: {@code (ok|not ok) NUMBER STRATEGY PROPERTY[: (yes|no|error)[ - DETAIL]][ # SKIP REASON]},
 * a plan {@code 1..N}, or anything else, which is for people.
 *
 * @param text without control characters
 */
record KtapLine(String text) {

    private static final String ID = "([a-z0-9]+(?:-[a-z0-9]+){0,20})";
    private static final Pattern RESULT = Pattern.compile(
            "(ok|not ok) \\d{1,6} " + ID + " " + ID + "(?:: (yes|no|error)(?: - (.*?))?)?(?: # SKIP(?: (.*))?)?");
    private static final Pattern SKIP = Pattern.compile(" # SKIP( |$)");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d{1,6})");

    static KtapLine parse(String raw) {
        return new KtapLine(raw.replaceAll("\\p{Cntrl}", "?"));
    }

    OptionalInt plan() {
        Matcher plan = PLAN.matcher(text);
        return plan.matches() ? OptionalInt.of(Integer.parseInt(plan.group(1))) : OptionalInt.empty();
    }

    boolean isVersion() {
        return text.startsWith("KTAP version ");
    }

    boolean isResult() {
        return text.startsWith("ok ") || text.startsWith("not ok ");
    }

    /** Empty where the line is no result or contradicts itself. */
    Optional<CaseResult> result() {
        Matcher line = RESULT.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        boolean ok = line.group(1).equals("ok");
        boolean skipped = SKIP.matcher(text).find();
        return observed(line.group(4), skipped)
                .filter(observed -> ok ? observed != Observed.ERROR : observed != Observed.SKIPPED)
                .map(observed -> new Observation(
                        CaseResult.declared(observed, ok), observed, skipped ? line.group(6) : line.group(5)))
                .map(observation -> new CaseResult(line.group(2), line.group(3), observation));
    }

    private static Optional<Observed> observed(String word, boolean skipped) {
        if (skipped) {
            return word == null ? Optional.of(Observed.SKIPPED) : Optional.empty();
        }
        return Optional.ofNullable(word).map(answer -> Observed.valueOf(answer.toUpperCase(Locale.ROOT)));
    }

    /** The text as a diagnostic, without its mark. */
    String note() {
        return text.startsWith("#") ? text.substring(1).strip() : text;
    }
}
