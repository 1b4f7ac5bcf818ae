// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;

/** How figures and verdicts are spelled, the same in every locale. */
final class PairFormat {

    private static final double MILLIS = 1000;
    private static final double HUNDRED = 100;

    private PairFormat() {}

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.4f", ratio);
    }

    static String ratio(Estimate ratio) {
        return ratio(ratio.median()) + "  "
                + ratio.interval().map(PairFormat::ratio).orElse("[too few forks for an interval]");
    }

    private static String ratio(Interval interval) {
        return "[" + ratio(interval.low()) + ", " + ratio(interval.high()) + "]";
    }

    static String ns(Estimate ns) {
        return ns(ns.median()) + " ns  "
                + ns.interval()
                        .map(bounds -> "[" + ns(bounds.low()) + ", " + ns(bounds.high()) + "]")
                        .orElse("[too few forks for an interval]");
    }

    private static String ns(double ns) {
        return String.format(Locale.ROOT, ns < HUNDRED ? "%,.3f" : "%,.1f", ns);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", HUNDRED * share);
    }

    /** One that might be infinite, or not be there. */
    static String percent(Optional<Double> share) {
        return share.filter(Double::isFinite).map(PairFormat::percent).orElse("not known with so few forks");
    }

    /** In short, such as {@code UNDECIDED, leans SLOWER}. */
    static String verdict(Judgement judgement) {
        return switch (judgement.verdict()) {
            case UNDECIDED, TOO_FEW -> judgement.verdict().label() + ", leans " + judgement.lean();
            default -> judgement.verdict().label();
        };
    }

    /** With what it means. */
    static String verdict(Judgement judgement, Margin margin) {
        double ratio = judgement.ratio().median();
        return switch (judgement.verdict()) {
            case EQUIVALENT -> "EQUIVALENT within " + margin + inside(judgement);
            case FASTER -> "FASTER, takes " + percent(1 - ratio) + " less time";
            case SLOWER -> "SLOWER, takes " + percent(ratio - 1) + " more time";
            default -> verdict(judgement) + "; more --seconds may decide";
        };
    }

    /** A difference that is smaller than what was asked for is still there. */
    private static String inside(Judgement judgement) {
        boolean differs =
                judgement.ratio().interval().filter(bounds -> !bounds.holds(1)).isPresent();
        return differs ? ", though not the same: 1 is outside of the interval; a smaller --margin may decide" : "";
    }
}
