// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;

/** One KTAP document of all sources: one plan, numbered from 1 throughout. */
final class KtapOutput implements Output {

    private final PrintStream out;
    private int number;

    KtapOutput(PrintStream out) {
        this.out = out;
    }

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

    @Override
    public void end(Findings findings) {
        // What KTAP has to say was said case by case.
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
