// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;
import org.nofaultbench.benchmarks.trial.CaseResult;

/** Shows experiments to the user. */
public interface Output extends PropertySource.Listener {

    /** @param cases of all sources together */
    void begin(int cases);

    /** Called once, also where the experiments were not made to the end. */
    default void end(Findings findings) {}

    /** One KTAP document of all sources, each result as it comes: one plan, numbered from 1 throughout. */
    static Output ktap(PrintStream out) {
        return new Output() {
            private int number;

            @Override
            public void begin(int cases) {
                print("KTAP version 1");
                print("1.." + cases);
            }

            @Override
            public void note(String text) {
                print("# " + text);
            }

            @Override
            public void finished(CaseResult result) {
                number++;
                print(result.ktap(number));
            }

            private void print(String line) {
                out.println(line);
                out.flush();
            }
        };
    }

    /** The matrix at the end, with a line of progress until then where {@code out} is a terminal. */
    static Output table(PrintStream out, boolean terminal) {
        return new TableOutput(out, terminal, true);
    }

    /** Nothing but a line of progress where {@code out} is a terminal. */
    static Output quiet(PrintStream out, boolean terminal) {
        return new TableOutput(out, terminal, false);
    }
}
