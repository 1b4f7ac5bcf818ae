// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.PropertyMatrix;

/** Progress, and the matrix when everything is over. */
final class TableOutput implements Output {

    private final PrintStream out;
    private final ProgressLine progress;

    TableOutput(PrintStream out, ProgressLine progress) {
        this.out = out;
        this.progress = progress;
    }

    @Override
    public void begin(int cases) {
        progress.begin(cases);
    }

    @Override
    public void note(String text) {
        progress.note(text);
    }

    @Override
    public void finished(CaseResult result) {
        progress.finished(result);
    }

    @Override
    public void end(Findings findings) {
        progress.end(findings);
        Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
        findings.strategies().forEach(strategy -> rows.put(strategy.id(), strategy.observations()));
        new MatrixText(PropertyMatrix.of(rows)).lines().forEach(out::println);
        out.println(findings.summary());
    }
}
