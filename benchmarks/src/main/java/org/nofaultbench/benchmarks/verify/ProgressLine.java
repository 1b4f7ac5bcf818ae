// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;

/** One line that is rewritten with every case; nothing where there is no terminal to rewrite it on. */
final class ProgressLine implements Output {

    private static final String ERASE_REST_OF_LINE = "\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private int total;
    private int done;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void begin(int cases) {
        total = cases;
    }

    @Override
    public void note(String text) {
        // A line that is rewritten has room for one thing.
    }

    @Override
    public void finished(CaseResult result) {
        done++;
        show("verify  " + done + "/" + total + "  " + result.strategy() + " " + result.property());
    }

    @Override
    public void end(Findings findings) {
        show("");
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r" + line + ERASE_REST_OF_LINE);
            out.flush();
        }
    }
}
