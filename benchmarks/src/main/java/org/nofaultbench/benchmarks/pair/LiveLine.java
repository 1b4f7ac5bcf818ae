// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.reports.stats.Judgement;

/**
 * A test while it goes on: one line that is rewritten with every fork on a terminal, a plain line now and then elsewhere. The
 * interval is that of the last look, since only looks have an error that adds up; the ratio before it is that of all forks.
 */
public final class LiveLine implements SequentialPairTest.Listener {

    private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(10);
    private static final String ERASE_REST_OF_LINE = "\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private final String head;
    private Duration lastPlainLine = Duration.ZERO;

    /** @param head what every line begins with */
    public LiveLine(PrintStream out, boolean terminal, String head) {
        this.out = out;
        this.terminal = terminal;
        this.head = head;
    }

    @Override
    public void measured(String row, int forks, double ratio, Optional<Judgement> lookedAt, Duration elapsed) {
        String line = String.format(
                Locale.ROOT,
                "%s  %s  %s  %s  %d forks  %s",
                head,
                row,
                PairText.ratio(ratio),
                lookedAt.map(LiveLine::look).orElse("not looked at yet"),
                forks,
                PairText.seconds(elapsed));
        if (terminal) {
            out.print("\r" + line + ERASE_REST_OF_LINE);
            out.flush();
        } else if (elapsed.minus(lastPlainLine).compareTo(BETWEEN_PLAIN_LINES) >= 0) {
            lastPlainLine = elapsed;
            out.println(line);
        }
    }

    private static String look(Judgement judgement) {
        return "looked at " + judgement.ratio().n() + ": " + PairText.ratio(judgement.ratio()) + "  "
                + PairText.verdict(judgement);
    }

    /** Takes the line away again. */
    public void end() {
        lastPlainLine = Duration.ZERO;
        if (terminal) {
            out.print("\r" + ERASE_REST_OF_LINE);
            out.flush();
        }
    }
}
