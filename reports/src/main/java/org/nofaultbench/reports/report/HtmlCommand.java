// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The report as a page and for programs, with the overview on the terminal. */
@Command(
        name = "html",
        description = "Writes the report as one page that opens offline, and prints its overview.",
        mixinStandardHelpOptions = true)
public final class HtmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Where to write the page. Default: report.html in the run folder.")
    private Path output;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Where to write every figure as JSON. Default: report.json in the run folder, or beside the page.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final Function<Analysis, List<Sentence>> recommendation;

    /** @param recommendation which strategy to use, in a sentence or two */
    public HtmlCommand(Function<Analysis, List<Sentence>> recommendation) {
        this.recommendation = recommendation;
    }

    @Override
    public Integer call() {
        RunFolder folder = run.folder();
        Analysis analysis = run.analysis(folder);
        Report report = RunReport.of(analysis, recommendation.apply(analysis));
        Path page = output == null ? folder.path().resolve("report.html") : output;
        OutputFile.write(page, HtmlPage.render(report));
        OutputFile.write(json == null ? page.resolveSibling("report.json") : json, ReportJson.write(report));
        PrintWriter out = spec.commandLine().getOut();
        out.print(TerminalSummary.render(report));
        out.println("Page: " + page);
        return 0;
    }
}
