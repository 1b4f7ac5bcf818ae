// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Verdict;

/** What the pages of a history say alike. */
final class HistoryText {

    private static final int DAY_CHARS = 10;
    private static final int COMMIT_CHARS = 12;
    private static final int NAMED_FACTS = 3;
    private static final double TWICE = 2;
    private static final double SMALLEST_P = 1e-6;

    private HistoryText() {}

    /** {@code 2026-11-24}, or what a stranger wrote in its place. */
    static String day(HistoryRun run) {
        return Printable.text(start(run.startedUtc(), DAY_CHARS));
    }

    /** {@code 14:03}, where runs of one day have to be told apart; the day where no more is known. */
    static String time(HistoryRun run) {
        String started = run.startedUtc();
        return started.matches("[^T]{10}T\\d\\d:\\d\\d.*") ? started.substring(DAY_CHARS + 1, DAY_CHARS + 6) : day(run);
    }

    static String id(HistoryRun run) {
        return Printable.brief(run.id());
    }

    static String commit(HistoryRun run) {
        Suite suite = run.suite();
        return Printable.text(start(suite.commit(), COMMIT_CHARS)) + (suite.modified() ? " modified" : "");
    }

    private static String start(String text, int chars) {
        return text.substring(0, Math.min(chars, text.length()));
    }

    static String status(HistoryRun run) {
        return run.status() == RunStatus.OK ? "" : run.status().name();
    }

    /** {@code +4.2%}, and for large changes {@code x 3.1}. */
    static String size(double factor) {
        if (!Double.isFinite(factor) || factor <= 0) {
            return "from none";
        }
        if (factor >= TWICE || factor <= 1 / TWICE) {
            return "\u00d7" + Numbers.significantDigits(factor, 3);
        }
        double share = Math.abs(factor - 1);
        return (factor < 1 ? "\u2212" : "+") + (share < 1e-6 ? "0%" : Numbers.significantDigits(100 * share, 2) + "%");
    }

    static String badge(Change change) {
        return switch (change.kind()) {
            case LEVEL -> change.isSlower() ? "SLOWER" : "FASTER";
            case SPREAD -> change.isSlower() ? "NOISIER" : "QUIETER";
        };
    }

    /** A colour for what somebody should look at. */
    static Entry marked(SeriesKey key, DatedChange dated, String of) {
        Change change = dated.change();
        Verdict colour = change.isSlower() ? Verdict.SLOWER : Verdict.FASTER;
        Value size = Value.plain(origin(key, "size of a change"), change.factor(), "", size(change.factor()));
        return new Entry.Marked(badge(change), change.isAlarm() ? colour : Verdict.UNDECIDED, Sentence.join(size, of));
    }

    static String cause(Change change) {
        String facts =
                change.facts().stream().limit(NAMED_FACTS).map(Printable::brief).collect(Collectors.joining(", "));
        int more = change.facts().size() - NAMED_FACTS;
        String machine = "machine (" + facts + (more > 0 ? ", " + Plural.of(more, "other", "others") : "") + ")";
        return switch (change.cause()) {
            case BUILD -> "new build";
            case MACHINE -> "same build; " + machine;
            case BUILD_AND_MACHINE -> "new build and " + machine;
            case UNKNOWN_BUILD -> "same machine; build not known";
            case BASELINE -> "the baseline: no alarm here";
            case NOTHING_KNOWN -> "same build, same machine: no alarm";
        };
    }

    static Value probability(SeriesKey key, Change change) {
        double p = change.place().p();
        return Value.plain(
                origin(key, "p of a change"), p, "", p < SMALLEST_P ? "< 0.000001" : Numbers.significantDigits(p, 2));
    }

    static Value percent(SeriesKey key, String what, double share) {
        return Value.plain(origin(key, what), share, "", Numbers.percent(share));
    }

    static Origin origin(SeriesKey key, String what) {
        return new Origin(Statistic.SERIES, what, List.of(key.cell()));
    }
}
