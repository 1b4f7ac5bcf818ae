// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.nio.file.Path;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes: a run, and the margin to judge it by. */
public final class RunArgument {

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "A run folder, or a folder of them: then its newest run.")
    private Path path;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            defaultValue = "1%",
            description =
                    "How far from 1 a ratio may lie and still be EQUIVALENT, such as 0.5%%. Default: ${DEFAULT-VALUE}.")
    private Margin margin;

    public RunFolder folder() {
        return RunFolder.locate(path);
    }

    public Analysis analysis(RunFolder folder) {
        return Analyst.analyse(RunReader.read(folder), margin);
    }
}
