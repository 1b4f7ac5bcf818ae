// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;

/** Shows experiments to the user. */
public interface Output extends PropertySource.Listener {

    /** @param cases of all sources together */
    void begin(int cases);

    /** Called once, also where the experiments were not made to the end. */
    void end(Findings findings);

    /** Every result as a line of KTAP as it comes. */
    static Output ktap(PrintStream out) {
        return new KtapOutput(out);
    }

    /** The matrix at the end, with a line of progress until then where {@code out} is a terminal. */
    static Output table(PrintStream out, boolean terminal) {
        return new TableOutput(out, new ProgressLine(out, terminal));
    }

    /** Nothing but a line of progress where {@code out} is a terminal. */
    static Output quiet(PrintStream out, boolean terminal) {
        return new ProgressLine(out, terminal);
    }
}
