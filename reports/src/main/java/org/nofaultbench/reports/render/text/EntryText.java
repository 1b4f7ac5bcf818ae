// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.List;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Direction;
import org.nofaultbench.reports.stats.MinimumDetectableEffect;
import org.nofaultbench.reports.stats.Verdict;

/** Entries of tables as one line of ASCII. */
final class EntryText {

    private EntryText() {}

    static String of(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return Ascii.of(text.text());
        }
        if (entry instanceof Entry.Figure figure) {
            return figure.scale().format(figure.estimate().median()) + " " + interval(figure.estimate(), figure.scale());
        }
        if (entry instanceof Entry.Judged judged) {
            return time(judged);
        }
        return ((Entry.Missing) entry).absence().kind().name();
    }

    /** {@code 79.93 ns}. */
    static String time(Entry.Judged judged) {
        return Ascii.of(judged.scale().format(judged.figure().median()) + " " + judged.scale().unit());
    }

    /** Half the interval's width beside the figure, as method.md's table has it. */
    static String deviation(Estimate figure) {
        return Numbers.deviation(figure);
    }

    static String ratioInterval(Estimate ratio) {
        return ratio.interval()
                .map(of -> "[" + Numbers.ratio(of.low()) + ", " + Numbers.ratio(of.high()) + "]")
                .orElse("n=" + ratio.n());
    }

    /** The verdict, with the side to which an open one leans as a sign. */
    static String verdict(Judgement judgement) {
        if (judgement.verdict() != Verdict.UNDECIDED || judgement.lean() == Direction.NEITHER) {
            return judgement.verdict().label();
        }
        return judgement.verdict().label() + (judgement.lean() == Direction.SLOWER ? "+" : "-");
    }

    /** The least difference that the row could have shown, and its A/A figure. */
    static List<String> sight(MinimumDetectableEffect sight) {
        return List.of(Numbers.percent(sight.smallestEffect()), sight.selfDifference().map(Numbers::percent).orElse("-"));
    }

    private static String interval(Estimate estimate, Scale scale) {
        return estimate.interval()
                .map(of -> "[" + scale.format(of.low()) + ", " + scale.format(of.high()) + "]")
                .orElse("(n=" + estimate.n() + ")");
    }
}
