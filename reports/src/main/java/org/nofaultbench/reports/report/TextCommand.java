// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole report where there is no browser. */
@Command(
        name = "text",
        description = "Prints the whole report as ASCII text of 75 columns.",
        mixinStandardHelpOptions = true)
public final class TextCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where to write every figure as JSON. Default: not at all.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Report report = RunReport.of(run.analysis(run.folder()));
        if (json != null) {
            OutputFile.write(json, ReportJson.write(report));
        }
        spec.commandLine().getOut().print(PlainText.render(report));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
