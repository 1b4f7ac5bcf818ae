// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.text.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The report as a page, with the verdicts on the terminal. */
@Command(
        name = "html",
        description = "Writes the report as one page that opens offline, and prints the verdict table.",
        mixinStandardHelpOptions = true)
public final class HtmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write the page. Default: report.html in the run folder.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunFolder folder = run.folder();
        Report report = RunReport.of(run.analysis(folder));
        Path page = output == null ? folder.path().resolve("report.html") : output;
        OutputFile.write(page, HtmlPage.of(report));
        PrintWriter out = spec.commandLine().getOut();
        out.print(TerminalSummary.of(report));
        out.println("Page: " + page);
        return 0;
    }
}
