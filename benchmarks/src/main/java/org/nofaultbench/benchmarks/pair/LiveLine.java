// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.reports.stats.Judgement;

/**
 * A test while it goes on, a line a fork. The interval is that of the last look, since only looks have an error that adds up;
 * the ratio before it is that of all forks.
 */
public final class LiveLine implements SequentialPairTest.Listener {

    private final Terminal terminal;
    private final String head;

    /** @param head what every line begins with */
    public LiveLine(PrintStream out, boolean terminal, String head) {
        this.terminal = new Terminal(out, terminal);
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
        terminal.show(line, elapsed, false);
    }

    private static String look(Judgement judgement) {
        return "looked at " + judgement.ratio().n() + ": " + PairText.ratio(judgement.ratio()) + "  "
                + PairText.verdict(judgement);
    }

    /** Takes the line away again. */
    public void end() {
        terminal.rewrite("");
    }
}
