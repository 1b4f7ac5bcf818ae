// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs the experiments of every source, one after the other. */
final class Verification {

    private final List<PropertySource> sources;
    private final Findings findings = new Findings();
    private final Output output;

    Verification(List<PropertySource> sources, Output output) {
        this.sources = sources;
        this.output = output;
    }

    /**
     * What came of it.
     *
     * @param failure why the experiments were not made to the end, in one line; empty where they were
     */
    record Ended(Findings findings, Optional<String> failure) {}

    /** What is finished before a failure is shown and counts. */
    Ended run(Selection wanted) {
        try {
            int cases = 0;
            for (PropertySource source : sources) {
                cases += source.open(wanted);
            }
            return begun(cases);
        } catch (IOException e) {
            return new Ended(findings, Optional.of(e.getMessage()));
        } finally {
            sources.forEach(PropertySource::close);
        }
    }

    private Ended begun(int cases) {
        output.begin(cases);
        try {
            for (PropertySource source : sources) {
                source.run(new Both());
            }
            return new Ended(findings, Optional.empty());
        } catch (IOException e) {
            return new Ended(findings, Optional.of(e.getMessage()));
        } finally {
            output.end(findings);
        }
    }

    private final class Both implements Listener {

        @Override
        public void note(String text) {
            findings.note(text);
            output.note(text);
        }

        @Override
        public void finished(CaseResult result) {
            findings.finished(result);
            output.finished(result);
        }
    }
}
